import { err, ok, type Result } from '@millrace/core/kernel'
import { encodeXml, findXmlSpans, readXmlTree, textAt, type XmlSpan } from '../xml/index.ts'
import { BPMN_TREE } from './limits.ts'

/** An element of a BPMN file, and where it stands. Names come without prefix, attributes with it. */
export type Source = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: Source | null
  readonly children: readonly Source[]
  /** Of what holds no other elements. */
  readonly text: string
  readonly span: XmlSpan
}

/** The definitions of a file; or refused as `readBpmn` refuses. */
export function readSource(xml: string): Result<Source> {
  const tree = readXmlTree(encodeXml(xml), BPMN_TREE)
  if (!tree.ok) return tree
  const span = findXmlSpans(xml)
  return span?.name === 'definitions'
    ? ok(sourceAt(xml, span, null))
    : err({ code: 'bpmn.no_definitions', params: { name: span?.name ?? '' } })
}

/** Depth is bounded by the reader of XML. */
function sourceAt(xml: string, span: XmlSpan, parent: Source | null): Source {
  const children: Source[] = []
  const source: Source = {
    ...{ name: span.name, parent, children, span },
    attributes: new Map(span.attributes.map(({ name, value }) => [name, value])),
    text: span.children.length === 0 ? textAt(xml, span) : '',
  }
  for (const one of span.children) children.push(sourceAt(xml, one, source))
  return source
}
