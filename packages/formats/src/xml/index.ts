export { DEFAULT_XML_LIMITS, XML_REFUSAL_CODES, type XmlLimits, type XmlRefusalCode } from './limits.ts'
export { type XmlMarkup, xmlMarkup } from './xml-markup.ts'
export { createXmlReader, type XmlHandlers, type XmlReader, type XmlReport } from './xml-reader.ts'
export {
  applyEdits,
  findXmlSpans,
  type TextEdit,
  textAt,
  type XmlAttributeSpan,
  type XmlSpan,
} from './xml-spans.ts'
export { decodeXml, encodeXml } from './xml-text.ts'
export {
  attribute,
  child,
  childrenOf,
  readXmlTree,
  type XmlElement,
  type XmlTreeSettings,
} from './xml-tree.ts'
export { createXmlWriter, escapeXmlAttribute, escapeXmlText, type XmlWriter } from './xml-writer.ts'
