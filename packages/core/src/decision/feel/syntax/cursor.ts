import { characterAt, isDigit, isNamePart, isNameStart, isSpace, normalName } from './characters.ts'
import { type SyntaxCode, SyntaxFault } from './syntax-fault.ts'

/** Words that end a name that nobody declared. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['and', 'or', 'in', 'between', 'instance', 'of', 'then', 'else', 'return', 'satisfies', 'for', 'if'],
  ...['some', 'every', 'function', 'external', 'true', 'false', 'null', 'not'],
])
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' },
}
const UNICODE_ESCAPE = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{6}))/y
const FOUND_LENGTH = 20
/** Longer names are none. */
const NAME_LENGTH = 400

export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word)
}

/** A place in a FEEL text, and the steps that go on from there. */
export class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  fail(code: SyntaxCode, params: Readonly<Record<string, string | number>> = {}, at = this.at): never {
    throw new SyntaxFault({ code, at, params })
  }

  failExpecting(expected: string): never {
    const found = [...this.text.slice(this.at, this.at + 2 * FOUND_LENGTH)].slice(0, FOUND_LENGTH).join('')
    this.fail('feel.unexpected', { expected, found })
  }

  /** Passes space and comments. */
  skip(): void {
    for (;;) {
      const character = this.text[this.at] ?? ''
      if (isSpace(character)) this.at += 1
      else if (character === '/' && this.#skipComment()) continue
      else return
    }
  }

  #skipComment(): boolean {
    const next = this.text[this.at + 1]
    if (next === '/') {
      const end = this.text.slice(this.at).search(/[\n\r]/)
      this.at = end < 0 ? this.text.length : this.at + end
      return true
    }
    if (next !== '*') return false
    const end = this.text.indexOf('*/', this.at + 2)
    if (end < 0) this.fail('feel.unterminated')
    this.at = end + 2
    return true
  }

  isAtEnd(): boolean {
    this.skip()
    return this.at >= this.text.length
  }

  /** Whether a sign comes next; nothing is passed but space. */
  sees(sign: string): boolean {
    this.skip()
    return this.text.startsWith(sign, this.at)
  }

  accept(sign: string): boolean {
    if (!this.sees(sign)) return false
    this.at += sign.length
    return true
  }

  expect(sign: string): void {
    if (!this.accept(sign)) this.failExpecting(sign)
  }

  /** Whether a whole word comes next. */
  seesWord(word: string): boolean {
    return this.sees(word) && !isNamePart(characterAt(this.text, this.at + word.length))
  }

  acceptWord(word: string): boolean {
    if (!this.seesWord(word)) return false
    this.at += word.length
    return true
  }

  expectWord(word: string): void {
    if (!this.acceptWord(word)) this.failExpecting(word)
  }

  /** The word here, up to the first sign; empty when there is none. */
  peekWord(): string {
    this.skip()
    return wordAt(this.text, this.at)
  }

  seesNumber(): boolean {
    this.skip()
    const [first = '', second = ''] = this.text.slice(this.at, this.at + 2)
    return isDigit(first) || (first === '.' && isDigit(second))
  }

  readNumber(): string {
    NUMBER.lastIndex = this.at
    const number = NUMBER.exec(this.text)?.[0]
    if (number === undefined) return this.failExpecting('number')
    this.at += number.length
    return number
  }

  /** A text in double quotes. An unknown escape is the backslash and what follows it. */
  readString(): string {
    const start = this.at
    const parts: string[] = []
    for (this.at += 1; this.text[this.at] !== '"'; ) {
      if (this.at >= this.text.length) this.fail('feel.unterminated', {}, start)
      parts.push(this.text[this.at] === '\\' ? this.#readEscape() : (this.text[this.at++] ?? ''))
    }
    this.at += 1
    return parts.join('')
  }

  #readEscape(): string {
    UNICODE_ESCAPE.lastIndex = this.at
    const match = UNICODE_ESCAPE.exec(this.text)
    const point = Number.parseInt(match?.[1] ?? match?.[2] ?? 'ffffffff', 16)
    if (match !== null && point <= 0x10ffff) {
      this.at += match[0].length
      return match[1] === undefined ? String.fromCodePoint(point) : String.fromCharCode(point)
    }
    const letter = this.text[this.at + 1] ?? ''
    this.at += 2
    return ESCAPES[letter] ?? `\\${letter}`
  }

  /** A name that is declared here: everything up to a sign, or up to a word that ends it. */
  readDeclared(pattern: RegExp): string {
    this.skip()
    const [whole = '', name = ''] = pattern.exec(this.text.slice(this.at, this.at + NAME_LENGTH)) ?? []
    if (!isNameStart(characterAt(name, 0))) this.failExpecting('name')
    this.at += whole.length
    return normalName(name)
  }

  /** A name that nobody declared: words one after another, until a keyword or a sign. */
  readWords(): string {
    this.skip()
    const words: string[] = []
    let end = this.at
    for (let word = this.peekWord(); word !== '' && !isKeyword(word); word = this.peekWord()) {
      words.push(word)
      this.at += word.length
      end = this.at
    }
    this.at = end
    return words.join(' ')
  }
}

function wordAt(text: string, from: number): string {
  let at = from
  let character = characterAt(text, at)
  if (!isNameStart(character)) return ''
  while (isNamePart(character)) {
    at += character.length
    character = characterAt(text, at)
  }
  return text.slice(from, at)
}
