/** DMN 1.5, grammar rules 28 to 30 and 61 to 62, by code point. */
const NAME_START =
  /[?A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]/u
const NAME_PART = /[\d\u00b7\u203f-\u2040]|[\u0300-\u036f]/u
const SPACE = /[\t\n\u000b\f\r \u0085\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/u

/** The character at a place with both halves of a pair; empty at the end. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

export function isNameStart(character: string): boolean {
  return character !== '' && NAME_START.test(character)
}

export function isNamePart(character: string): boolean {
  return character !== '' && (NAME_START.test(character) || NAME_PART.test(character))
}

export function isSpace(character: string): boolean {
  return character !== '' && SPACE.test(character)
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

/** A name with every stretch of space as one blank, none at its ends. */
export function normalName(name: string): string {
  return [...name]
    .map((character) => (isSpace(character) ? ' ' : character))
    .join('')
    .replace(/ +/g, ' ')
    .trim()
}
