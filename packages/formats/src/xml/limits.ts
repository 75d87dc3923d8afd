/** How large an XML document may be. Lengths are UTF-16 code units of decoded text. */
export type XmlLimits = {
  /** Bytes of the document. */
  readonly maxBytes: number
  /** Elements inside each other. */
  readonly maxDepth: number
  /** Attributes of one element. */
  readonly maxAttributes: number
  /** Text of one element, all pieces together. */
  readonly maxTextLength: number
  /** Any single name, attribute, comment or instruction. */
  readonly maxTokenLength: number
}

/** Far beyond real documents, and small enough that a hostile one cannot fill the memory. */
export const DEFAULT_XML_LIMITS: XmlLimits = {
  maxBytes: 67_108_864,
  maxDepth: 64,
  maxAttributes: 64,
  maxTextLength: 1_048_576,
  maxTokenLength: 1_048_576,
}

/** Every reason to refuse an XML document, for the catalogue of sentences. */
export const XML_REFUSAL_CODES = [
  /** Not well-formed: `line`, `column`, `reason` (the parser's words, English). */
  'xml.malformed',
  /** A document type declaration, which entity bombs need and project files do not: `line`. */
  'xml.doctype_refused',
  /** An encoding that cannot be read: `encoding`. */
  'xml.encoding_unknown',
  /** More bytes than allowed: `limit`. */
  'xml.too_large',
  /** Elements nested too deep: `limit`, `line`. */
  'xml.too_deep',
  /** More elements than a tree is made of: `limit`. */
  'xml.too_many_elements',
  /** An element with too many attributes: `limit`, `line`. */
  'xml.too_many_attributes',
  /** An element with too much text: `limit`, `line`. */
  'xml.text_too_long',
  /** A name, attribute, comment or instruction that is too long: `limit`, `line`. */
  'xml.token_too_long',
] as const

/** A stable name for why a document was refused. */
export type XmlRefusalCode = (typeof XML_REFUSAL_CODES)[number]
