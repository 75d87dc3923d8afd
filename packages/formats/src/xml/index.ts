export { DEFAULT_XML_LIMITS, XML_REFUSAL_CODES, type XmlLimits, type XmlRefusalCode } from './limits.ts'
export { createXmlReader, type XmlHandlers, type XmlReader, type XmlReport } from './xml-reader.ts'
export { decodeXml, encodeXml } from './xml-text.ts'
export {
  attribute,
  child,
  childrenOf,
  readXmlTree,
  type XmlElement,
  type XmlTreeSettings,
} from './xml-tree.ts'
export { createXmlWriter, escapeXmlText, type XmlWriter } from './xml-writer.ts'
