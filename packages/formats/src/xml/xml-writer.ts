/** A document being written, element by element. What was opened is closed in turn. */
export type XmlWriter = {
  /** Begins an element that holds others. */
  open(name: string, attributes?: Readonly<Record<string, string>>): void
  /** An element with text alone. */
  leaf(name: string, text: string): void
  /** Ends the element opened last. */
  close(): void
  /** The document; everything is closed. */
  end(): string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Half of a sign, and signs that no XML 1.0 document may hold, in whatever way they are written. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const IN_TEXT = /[&<>\r]/g
/** A reader turns bare line breaks and tabs of an attribute into blanks. */
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g
const NAME = /^(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*$/

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as it stands between tags; what XML forbids (most control characters) is left out. */
export function escapeXmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(IN_TEXT, (sign) => ESCAPES[sign] ?? sign)
}

/** Text as it stands within the quotes of an attribute. */
export function escapeXmlAttribute(text: string): string {
  return text.replace(FORBIDDEN, '').replace(IN_ATTRIBUTE, (sign) => ESCAPES[sign] ?? sign)
}

class IndentingXmlWriter implements XmlWriter {
  readonly #pieces: string[] = [DECLARATION]
  readonly #open: string[] = []

  open(name: string, attributes: Readonly<Record<string, string>> = {}): void {
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${assertName(key)}="${escapeXmlAttribute(value)}"`,
    )
    this.#pieces.push(`${this.#indent()}<${assertName(name)}${written.join('')}>\n`)
    this.#open.push(name)
  }

  leaf(name: string, text: string): void {
    this.#pieces.push(`${this.#indent()}<${assertName(name)}>${escapeXmlText(text)}</${name}>\n`)
  }

  close(): void {
    const name = this.#open.pop()
    if (name === undefined) throw new Error('No element is open.')
    this.#pieces.push(`${this.#indent()}</${name}>\n`)
  }

  end(): string {
    while (this.#open.length > 0) this.close()
    return this.#pieces.join('')
  }

  #indent(): string {
    return '  '.repeat(this.#open.length)
  }
}

function assertName(name: string): string {
  if (!NAME.test(name)) throw new Error(`No name of an XML element: ${name.slice(0, 60)}`)
  return name
}

/**
 * A writer of XML 1.0 in UTF-8, one element a line, indented by two blanks. Texts are escaped;
 * characters that XML forbids are left out. Line breaks come back as written.
 *
 * @throws when a name is none, or more is closed than was opened: both are mistakes of the caller
 * @see XML 1.0 (Fifth Edition) §2.2, §2.4, §2.11
 */
export function createXmlWriter(): XmlWriter {
  return new IndentingXmlWriter()
}
