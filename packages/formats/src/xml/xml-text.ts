import { ok, type Result } from '@millrace/core/kernel'
import { decodeText, type TextEncoding } from '../text/index.ts'
import { sniffXmlEncoding } from './sniff-encoding.ts'

// Present in browsers and Node alike; this floor compiles without either's types.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }

const MARK = '\ufeff'
const HEAD = 256

/**
 * A document as text, to be kept as it is. A byte order mark stays in front of it, so that `encodeXml` gives back the
 * bytes that came, but for UTF-16 without a mark or with its bytes the other way round.
 *
 * @returns refusal: `xml.encoding_unknown`
 */
export function decodeXml(bytes: Uint8Array): Result<string> {
  const encoding = sniffXmlEncoding(bytes.subarray(0, HEAD))
  if (!encoding.ok) return encoding
  const { text, report } = decodeText(bytes, encoding.value)
  return ok(report.basis === 'bom' ? MARK + text : text)
}

/** The bytes of a document in the encoding that it declares; letters which that has not are written by their number. */
export function encodeXml(text: string): Uint8Array {
  const encoding = declaredIn(text)
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  return encoding.startsWith('utf-16') ? inPairs(text) : inBytes(text, encoding)
}

/** Text in memory often declares UTF-16 for no reason; with a mark it was UTF-16, or UTF-8 whatever it declares. */
function declaredIn(text: string): TextEncoding {
  const isMarked = text.startsWith(MARK)
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']utf-?16/i.test(text.slice(isMarked ? 1 : 0, HEAD))
  if (isMarked) return declared ? 'utf-16le' : 'utf-8'
  const encoding = sniffXmlEncoding(Uint8Array.from(text.slice(0, HEAD), (letter) => letter.charCodeAt(0)))
  return encoding.ok ? encoding.value : 'utf-8'
}

function inPairs(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    bytes[2 * at] = unit % 256
    bytes[2 * at + 1] = unit >> 8
  }
  return bytes
}

function inBytes(text: string, encoding: TextEncoding): Uint8Array {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const byteOf = new Map(Array.from(letters, (letter, byte) => [letter, byte]))
  const known = Array.from(text, (letter) =>
    byteOf.has(letter) ? letter : `&#${letter.codePointAt(0) ?? 0};`,
  ).join('')
  return Uint8Array.from(known, (letter) => byteOf.get(letter) ?? 0)
}
