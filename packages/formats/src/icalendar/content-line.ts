/** Bytes of UTF-8 that a line may have, its end not counted (RFC 5545 §3.1). */
const LINE_BYTES = 75
/** What no text may hold (RFC 5545 §3.3.11: control characters besides the tab). */
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** A line of the file, folded where it is too long, with its end. */
export function contentLine(name: string, value: string): string {
  return `${fold(`${name}:${value}`)}\r\n`
}

/** Text as a value: separators and line breaks are escaped, other control characters left out. */
export function escapeCalendarText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** Between signs, never inside one: a blank begins each further line and counts. */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const sign of line) {
    const size = utf8Bytes(sign)
    if (bytes + size > LINE_BYTES) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += sign
    bytes += size
  }
  return [...lines, current].join('\r\n')
}

function utf8Bytes(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
