import { err, ok, type Result } from '@millrace/core/kernel'
import { editXml, readXmlSource, type XmlEdit, type XmlSource } from '../../xml/index.ts'
import { type DiagramPrefixes, diagramMarkup } from './diagram-markup.ts'
import { drawModel } from './draw-model.ts'

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
  const source = readXmlSource(xml)
  if (!source.ok) return source
  const root = source.value
  return root.name === 'definitions'
    ? ok(withDiagrams(xml, root))
    : err({ code: 'bpmn.no_definitions', params: { name: root.name } })
}

function withDiagrams(xml: string, root: XmlSource): string {
  const prefixes = prefixesOf(root)
  const written = drawModel(root).map((diagram) => diagramMarkup(diagram, prefixes, '  '))
  const old = root.children.filter(({ name }) => name === 'BPMNDiagram')
  const [first] = old
  const text = written.join('\n')
  const removed = old.slice(1).map(({ start, end }): XmlEdit => ({ ...{ start, end }, text: '' }))
  // Blanks before the first line are there already, where something was.
  if (first) return editXml(xml, [{ start: first.start, end: first.end, text: text.trimStart() }, ...removed])
  const behind = root.children.at(-1)?.end ?? root.inside.end
  return editXml(xml, [{ start: behind, end: behind, text: `\n${text}` }])
}

/** Prefixes that the root declares are used; for the others the diagram declares its own. */
function prefixesOf(root: XmlSource): DiagramPrefixes {
  const prefixOf = (name: keyof typeof URIS) => {
    const found = [...root.attributes].find(
      ([key, { value }]) => key.startsWith('xmlns') && value === URIS[name],
    )
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
