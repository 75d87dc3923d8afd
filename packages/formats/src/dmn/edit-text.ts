import { err, ok, type Result } from '@millrace/core/kernel'
import { applyEdits, textAt, type XmlSpan } from '../xml/index.ts'
import { textEdits } from './edit-span.ts'
import { findDecision } from './edit-table.ts'

/** A text of FEEL within a decision that is no table, and what it stands in, from the outside in. */
export type DecisionText = { readonly path: readonly string[]; readonly text: string }

type Found = { readonly span: XmlSpan; readonly path: readonly string[] }

/** Parts of an expression that need no name. */
const UNNAMED = new Set(['decision', 'context', 'list', 'relation', 'invocation', 'literalExpression'])
/** What says nothing about a result. */
const LEFT_OUT = new Set(['decisionTable', 'extensionElements', 'description'])

/** The texts of a decision in the order in which they stand in the file. Texts of tables are not among them. */
export function listDecisionTexts(xml: string, decisionId: string): readonly DecisionText[] {
  return findTexts(xml, decisionId).map(({ span, path }) => {
    const inner = span.children.find(({ name }) => name === 'text')
    return { path, text: inner === undefined ? '' : textAt(xml, inner) }
  })
}

/**
 * Changes one of `listDecisionTexts`, and nothing else in the file.
 *
 * @returns refusal: `dmn.no_text`
 */
export function editDecisionText(
  xml: string,
  decisionId: string,
  { index, text }: { readonly index: number; readonly text: string },
): Result<string> {
  const found = findTexts(xml, decisionId)[index]
  if (found === undefined) return err({ code: 'dmn.no_text', params: { decision: decisionId.slice(0, 60) } })
  return ok(applyEdits(xml, textEdits(xml, found.span, text)))
}

function findTexts(xml: string, decisionId: string): readonly Found[] {
  const decision = findDecision(xml, decisionId)
  return decision === undefined ? [] : within({ span: decision, path: [] })
}

function within({ span, path }: Found): readonly Found[] {
  return span.children.flatMap((child, index) => {
    if (LEFT_OUT.has(child.name)) return []
    const label = labelOf(child, index)
    const inner = { span: child, path: label === '' ? path : [...path, label] }
    return child.name === 'literalExpression' ? [inner] : within(inner)
  })
}

function labelOf({ name, attributes, children }: XmlSpan, index: number): string {
  if (name === 'row') return `${index}`
  const own = children.find((child) => child.name === 'variable' || child.name === 'parameter')
  const named = (own?.attributes ?? attributes).find((one) => one.name === 'name')?.value
  return named ?? (UNNAMED.has(name) || name === 'contextEntry' ? '' : name)
}
