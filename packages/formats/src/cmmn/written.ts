import type { CaseFileTransition, PlanItemTransition } from '@millrace/core/case'
import { CASE_FILE_TRANSITIONS, PLAN_ITEM_TRANSITIONS } from '@millrace/core/case'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'

/** A reference, without the prefix of the file that it points into. */
export function referenceOf(written: string | undefined): string | null {
  const text = written?.trim() ?? ''
  return text === '' ? null : text.slice(text.lastIndexOf(':') + 1)
}

/** References in one attribute, apart by blanks. */
export function referencesOf(written: string | undefined): readonly string[] {
  return (written ?? '').split(/\s+/).flatMap((one) => referenceOf(one) ?? [])
}

/** An attribute of the standard or of another vocabulary, whatever its prefix: `camunda:formKey`. */
export function foreignOf({ attributes }: XmlElement, name: string): string | null {
  const found = Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))
  return found?.[1] || null
}

/** The text of an element; null: it is not there, or empty. */
export function textOf(element: XmlElement | undefined): string | null {
  const text = element?.text.trim() ?? ''
  return text === '' ? null : text
}

/** What people note beside an element. */
export function documentationOf(element: XmlElement | undefined): string {
  return childrenOf(element, 'documentation')
    .map(({ text }) => text)
    .join('\n')
}

/** The condition of a rule or of the if-part of a sentry. */
export function conditionOf(element: XmlElement | undefined): string | null {
  return textOf(child(element, 'condition') ?? child(element, 'body'))
}

const TRANSITIONS: ReadonlyMap<string, PlanItemTransition> = new Map(
  PLAN_ITEM_TRANSITIONS.map((name) => [name, name]),
)
const FILE_TRANSITIONS: ReadonlyMap<string, CaseFileTransition> = new Map(
  CASE_FILE_TRANSITIONS.map((name) => [name, name]),
)

/** The event of an item of the plan; null: CMMN knows none of this name. */
export function planEventOf(element: XmlElement): PlanItemTransition | null {
  return TRANSITIONS.get(textOf(child(element, 'standardEvent')) ?? '') ?? null
}

/** The event of an item of the case file. */
export function fileEventOf(element: XmlElement): CaseFileTransition | null {
  return FILE_TRANSITIONS.get(textOf(child(element, 'standardEvent')) ?? '') ?? null
}
