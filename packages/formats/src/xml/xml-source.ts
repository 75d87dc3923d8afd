import { err, ok, type Result } from '@millrace/core/kernel'
import type { XmlLimits } from './limits.ts'
import { createXmlReader } from './xml-reader.ts'

// Of the platform alike in Node and browsers, for which the compiler knows no types here.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** A stretch of a text, from its first character to behind its last. */
export type XmlSpan = { readonly start: number; readonly end: number }

/** An attribute and where its value stands, without the quotes. `span` takes in the name and the blank before it. */
export type XmlSourceAttribute = XmlSpan & { readonly value: string; readonly span: XmlSpan }

/** An element and where it stands in the text. Names come without prefix, attributes with it. */
export type XmlSource = XmlSpan & {
  readonly name: string
  /** With the colon; empty where there is none. */
  readonly prefix: string
  readonly attributes: ReadonlyMap<string, XmlSourceAttribute>
  readonly parent: XmlSource | null
  readonly children: readonly XmlSource[]
  readonly text: string
  /** Behind the opening tag, and before the closing one; both at the end where the element is one tag. */
  readonly inside: XmlSpan
}

type Open = Omit<XmlSource, 'children' | 'text' | 'end' | 'inside'> & {
  readonly children: XmlSource[]
  text: string
  end: number
  inside: XmlSpan
}

const DECLARED_ENCODING = /^(\ufeff?\s*<\?xml[^>]*?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')/
const TAG_NAME = /[^\s/>]+/y
const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/y
const TAG_END = /\s*(\/?)>/y
const REFERENCE = /&(?:#x[\da-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g
const NAMED: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>' },
  ...{ '&quot;': '"', '&apos;': "'" },
}

/**
 * Reads a document with the places of everything in it, so that a part can be written anew and all else stays as
 * it is, byte for byte.
 *
 * @returns the root; or refused as `createXmlReader` refuses
 */
export function readXmlSource(text: string, limits: Partial<XmlLimits> = {}): Result<XmlSource> {
  const reader = createXmlReader({ onOpen: ignore, onText: ignore, onClose: ignore }, limits)
  // The text is at hand, whatever bytes it once came in.
  const pushed = reader.push(new TextEncoder().encode(text.replace(DECLARED_ENCODING, '$1')))
  if (!pushed.ok) return pushed
  const ended = reader.end()
  if (!ended.ok) return ended
  const root = new SourceScanner(text).scan()
  return root ? ok(root) : err({ code: 'xml.malformed' })
}

function ignore(): void {}

/** Walks through a text that is known to be well-formed. */
class SourceScanner {
  readonly #text: string
  #at = 0
  #open: Open | null = null
  #root: XmlSource | null = null

  constructor(text: string) {
    this.#text = text
  }

  scan(): XmlSource | null {
    for (;;) {
      const sign = this.#text.indexOf('<', this.#at)
      if (sign < 0) return this.#root
      this.#addText(decoded(this.#text.slice(this.#at, sign)))
      this.#at = sign
      if (!this.#markup()) return null
    }
  }

  #markup(): boolean {
    if (this.#starts('<!--')) return this.#skipPast('-->')
    if (this.#starts('<?')) return this.#skipPast('?>')
    if (this.#starts('<![CDATA[')) {
      const begin = this.#at + '<![CDATA['.length
      if (!this.#skipPast(']]>')) return false
      this.#addText(this.#text.slice(begin, this.#at - ']]>'.length))
      return true
    }
    return this.#starts('</') ? this.#closeTag() : this.#openTag()
  }

  #starts(sign: string): boolean {
    return this.#text.startsWith(sign, this.#at)
  }

  #skipPast(sign: string): boolean {
    const found = this.#text.indexOf(sign, this.#at)
    this.#at = found + sign.length
    return found >= 0
  }

  #addText(text: string): void {
    if (this.#open) this.#open.text += text
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }

  #openTag(): boolean {
    const start = this.#at
    this.#at += 1
    const [qualified = ''] = this.#match(TAG_NAME) ?? []
    const attributes = this.#attributes()
    const ended = this.#match(TAG_END)
    if (!ended) return false
    const colon = qualified.indexOf(':') + 1
    const [prefix, name] = [qualified.slice(0, colon), qualified.slice(colon)]
    const nowhere = { start: this.#at, end: this.#at }
    const open: Open = {
      ...{ name, prefix, attributes, parent: this.#open, children: [], text: '' },
      ...{ start, end: this.#at, inside: nowhere },
    }
    if (this.#open) this.#open.children.push(open)
    else this.#root ??= open
    if (ended[1] === '') this.#open = open
    return true
  }

  #attributes(): ReadonlyMap<string, XmlSourceAttribute> {
    const attributes = new Map<string, XmlSourceAttribute>()
    for (let from = this.#at; ; from = this.#at) {
      const found = this.#match(ATTRIBUTE)
      if (!found) return attributes
      const [, name = '', quoted = ''] = found
      const span = { start: from, end: this.#at }
      const [start, end] = [this.#at - quoted.length + 1, this.#at - 1]
      attributes.set(name, { value: decoded(this.#text.slice(start, end)), start, end, span })
    }
  }

  #closeTag(): boolean {
    const open = this.#open
    const begin = this.#at
    if (!open || !this.#skipPast('>')) return false
    open.inside = { start: open.inside.start, end: begin }
    open.end = this.#at
    // What was opened here is the only kind of element that is ever put in.
    this.#open = open.parent as Open | null
    return true
  }
}

function decoded(text: string): string {
  return text.replace(REFERENCE, (reference) => NAMED[reference] ?? numbered(reference.slice(2, -1)))
}

function numbered(written: string): string {
  const code = written.startsWith('x') ? Number.parseInt(written.slice(1), 16) : Number(written)
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
}

/** A stretch of a text that is replaced. */
export type XmlEdit = XmlSpan & { readonly text: string }

/** A text with stretches of it replaced; they do not overlap. What is put in at the same place keeps its order. */
export function editXml(text: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, start), put)
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}
