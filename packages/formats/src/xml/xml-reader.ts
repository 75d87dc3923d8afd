import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type ByteDecoder, createByteDecoder, type EncodingReport } from '../text/index.ts'
import { DEFAULT_XML_LIMITS, type XmlLimits, type XmlRefusalCode } from './limits.ts'
import { DECLARATION_BYTES, sniffXmlEncoding } from './sniff-encoding.ts'

/** Who is told about the parts of a document, in document order. Names come without prefix. */
export type XmlHandlers = {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void
  /** Character data inside the root; one stretch of text may come in several pieces. */
  readonly onText: (text: string) => void
  readonly onClose: (name: string) => void
}

/** What was found about the characters of a document. */
export type XmlReport = {
  readonly encoding: EncodingReport
  /** Characters XML forbids, such as U+000B; they were removed where they stood as such. */
  readonly forbiddenCharacters: number
}

/** Reads a document piece by piece. After a refusal, every further call returns it. */
export type XmlReader = {
  push(bytes: Uint8Array): Result<undefined>
  end(): Result<XmlReport>
}

/** Bytes parsed at a time: how far reading may run past a limit. */
const PIECE_BYTES = 65_536
/** Mistakes of characters, not of structure: real files have them in notes, so reading goes on. */
const FORGIVEN = /disallowed character\.$|malformed character entity\.$/
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
/** The five entities XML has by itself; a plain object would lend its own `constructor`. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
Object.setPrototypeOf(ENTITIES, null)

class GuardedXmlReader implements XmlReader {
  readonly #handlers: XmlHandlers
  readonly #limits: XmlLimits
  readonly #parser = new SaxesParser()
  #decoder: ByteDecoder | undefined
  /** The first bytes, until the declaration must be among them. */
  #head: Uint8Array = new Uint8Array(0)
  #bytes = 0
  #depth = 0
  #textLength = 0
  #attributes = 0
  #lastEventAt = 0
  #forbidden = 0
  #refusal: Refusal | undefined

  constructor(handlers: XmlHandlers, limits: XmlLimits) {
    this.#handlers = handlers
    this.#limits = limits
    this.#parser.ENTITIES = ENTITIES
    this.#listen()
  }

  push(bytes: Uint8Array): Result<undefined> {
    this.#bytes += bytes.length
    if (this.#bytes > this.#limits.maxBytes) {
      this.#refusal ??= { code: 'xml.too_large', params: { limit: this.#limits.maxBytes } }
    }
    for (let at = 0; at < bytes.length && this.#refusal === undefined; at += PIECE_BYTES) {
      this.#pushPiece(bytes.subarray(at, at + PIECE_BYTES))
    }
    return this.#refusal === undefined ? ok(undefined) : err(this.#refusal)
  }

  end(): Result<XmlReport> {
    if (this.#refusal === undefined && this.#decoder === undefined) this.#chooseDecoder()
    if (this.#refusal === undefined) this.#write(this.#decoder?.end() ?? '')
    if (this.#refusal === undefined) this.#parser.close()
    const encoding = this.#decoder?.report()
    if (this.#refusal !== undefined || encoding === undefined) {
      return err(this.#refusal ?? { code: 'xml.malformed' })
    }
    return ok({ encoding, forbiddenCharacters: this.#forbidden })
  }

  #pushPiece(bytes: Uint8Array): void {
    if (this.#decoder !== undefined) {
      this.#write(this.#decoder.push(bytes))
      return
    }
    const head = new Uint8Array(this.#head.length + bytes.length)
    head.set(this.#head)
    head.set(bytes, this.#head.length)
    this.#head = head
    if (head.length >= DECLARATION_BYTES) this.#chooseDecoder()
  }

  #chooseDecoder(): void {
    const head = this.#head
    this.#head = new Uint8Array(0)
    const encoding = sniffXmlEncoding(head)
    if (!encoding.ok) {
      this.#refusal = encoding.refusal
      return
    }
    this.#decoder = createByteDecoder(encoding.value)
    this.#write(this.#decoder.push(head))
  }

  #write(text: string): void {
    if (text === '') return
    this.#parser.write(text)
    if (this.#parser.position - this.#lastEventAt > this.#limits.maxTokenLength) {
      this.#refuse('xml.token_too_long', this.#limits.maxTokenLength)
    }
  }

  /** The first refusal stands; what the parser reports of the rest of the piece is ignored. */
  #refuse(code: XmlRefusalCode, limit: number): void {
    this.#refusal ??= { code, params: { limit, line: this.#parser.line } }
  }

  #listen(): void {
    const parser = this.#parser
    // Few handlers on purpose: with eight of them the parser's object becomes a hash table to V8, and
    // reading takes five times as long. Text between two comments counts as an event, too.
    parser.on('error', (error) => this.#fault(error))
    parser.on('doctype', () => {
      this.#refusal ??= { code: 'xml.doctype_refused', params: { line: parser.line } }
    })
    parser.on('attribute', () => {
      this.#lastEventAt = parser.position
      this.#attributes += 1
      if (this.#attributes > this.#limits.maxAttributes) {
        this.#refuse('xml.too_many_attributes', this.#limits.maxAttributes)
      }
    })
    parser.on('opentag', (tag) => this.#open(tag))
    parser.on('closetag', (tag) => this.#close(tag))
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
  }

  #open(tag: SaxesTagPlain): void {
    this.#lastEventAt = this.#parser.position
    this.#attributes = 0
    this.#textLength = 0
    this.#depth += 1
    if (this.#depth > this.#limits.maxDepth) this.#refuse('xml.too_deep', this.#limits.maxDepth)
    if (this.#refusal !== undefined) return
    this.#handlers.onOpen(localName(tag.name), tag.attributes, this.#parser.line)
  }

  #close(tag: SaxesTagPlain): void {
    this.#lastEventAt = this.#parser.position
    this.#textLength = 0
    this.#depth -= 1
    if (this.#refusal === undefined) this.#handlers.onClose(localName(tag.name))
  }

  #text(text: string): void {
    this.#lastEventAt = this.#parser.position
    this.#textLength += text.length
    if (this.#textLength > this.#limits.maxTextLength) {
      this.#refuse('xml.text_too_long', this.#limits.maxTextLength)
    }
    if (this.#refusal !== undefined || this.#depth === 0) return
    this.#handlers.onText(this.#forbidden === 0 ? text : text.replace(FORBIDDEN, ''))
  }

  #fault(error: Error): void {
    if (FORGIVEN.test(error.message)) {
      this.#forbidden += 1
      return
    }
    const { line, column } = this.#parser
    const reason = error.message.replace(/^\S*\d+:\d+: /, '').slice(0, 100)
    this.#refusal ??= { code: 'xml.malformed', params: { line, column, reason } }
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/**
 * A reader for foreign XML that stays within limits whatever the bytes are: no document type
 * declarations (so no entities of the document's own), bounded depth, names, attributes and text,
 * nothing fetched. Broken bytes become U+FFFD, forbidden characters are removed; both are counted.
 *
 * @returns refusals: `XML_REFUSAL_CODES`
 * @see XML 1.0 (Fifth Edition)
 */
export function createXmlReader(handlers: XmlHandlers, limits: Partial<XmlLimits> = {}): XmlReader {
  return new GuardedXmlReader(handlers, { ...DEFAULT_XML_LIMITS, ...limits })
}
