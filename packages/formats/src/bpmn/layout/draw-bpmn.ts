import { ok, type Result } from '@millrace/core/kernel'
import { applyEdits, type TextEdit } from '../../xml/index.ts'
import { readSource, type Source } from '../source.ts'
import { type Diagram, type DiagramPrefixes, diagramMarkup } from './diagram-markup.ts'
import { drawModel, drawProcesses } from './draw-model.ts'
import { undrawnIn } from './undrawn.ts'

const URIS = {
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
} as const

/**
 * Draws a model anew: what the file had of diagrams goes, all else stays byte for byte. The same model is always
 * drawn the same.
 *
 * @returns the XML with its diagram; or refused as `readBpmn` refuses
 */
export function drawBpmn(xml: string): Result<string> {
  const source = readSource(xml)
  return source.ok ? ok(withDiagrams(xml, source.value)) : source
}

/**
 * Draws a model that has no picture, or one in which something is missing; one that is drawn stays as it is, and a
 * process that is in none of its pictures gets one of its own beside them.
 *
 * @returns the XML with a diagram; or refused as `readBpmn` refuses
 */
export function ensureDiagram(xml: string): Result<string> {
  const source = readSource(xml)
  if (!source.ok) return source
  const { whole, isHoled } = undrawnIn(source.value)
  if (isHoled) return ok(withDiagrams(xml, source.value))
  return ok(whole.length === 0 ? xml : withFurther(xml, source.value, whole))
}

function withFurther(xml: string, root: Source, processes: readonly Source[]): string {
  return appended(xml, root, textOf(root, drawProcesses(processes)))
}

function textOf(root: Source, diagrams: readonly Diagram[]): string {
  const prefixes = prefixesOf(root)
  return diagrams.map((diagram) => diagramMarkup(diagram, prefixes, '  ')).join('\n')
}

function withDiagrams(xml: string, root: Source): string {
  const text = textOf(root, drawModel(root))
  const [first, ...others] = root.children.filter(({ name }) => name === 'BPMNDiagram')
  const removed = others.map(({ span: { from, to } }): TextEdit => ({ from, to, text: '' }))
  // Blanks before the first line are there already, where something was.
  if (first) return applyEdits(xml, [{ ...edges(first), text: text.trimStart() }, ...removed])
  return appended(xml, root, text)
}

function appended(xml: string, root: Source, text: string): string {
  const behind = root.children.at(-1)?.span.to ?? root.span.innerTo
  return applyEdits(xml, [{ from: behind, to: behind, text: `\n${text}` }])
}

function edges({ span: { from, to } }: Source): Omit<TextEdit, 'text'> {
  return { from, to }
}

/** Prefixes that the root declares are used; for the others the diagram declares its own. */
function prefixesOf(root: Source): DiagramPrefixes {
  const prefixOf = (name: keyof typeof URIS) => {
    const found = [...root.attributes].find(([key, value]) => key.startsWith('xmlns') && value === URIS[name])
    return found?.[0].replace(/^xmlns:?/, '')
  }
  const declared: Record<string, string> = {}
  const used = (name: keyof typeof URIS) => {
    const prefix = prefixOf(name)
    if (prefix === undefined) declared[`xmlns:${name}`] = URIS[name]
    const taken = prefix ?? name
    return taken === '' ? '' : `${taken}:`
  }
  return { bpmndi: used('bpmndi'), dc: used('dc'), di: used('di'), declared }
}
