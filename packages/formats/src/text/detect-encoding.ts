import { scanUtf8 } from './byte-faults.ts'
import type { TextEncoding } from './encoding.ts'

/** How the encoding was found, from certain to guessed. */
export type EncodingBasis = 'bom' | 'given' | 'ascii' | 'content' | 'assumed'

/** An encoding and why it was taken; `bomLength` bytes at the start are not text. */
export type EncodingFinding = {
  readonly encoding: TextEncoding
  readonly basis: EncodingBasis
  readonly bomLength: number
}

/** Reads a byte order mark (Unicode 16, §23.8). `undefined` when there is none. */
export function findByteOrderMark(bytes: Uint8Array): EncodingFinding | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', basis: 'bom', bomLength: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', basis: 'bom', bomLength: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', basis: 'bom', bomLength: 2 }
  return undefined
}

/**
 * Recognises UTF-16 without a byte order mark by its zero bytes: western text has one in every
 * pair, always on the same side.
 */
export function findUtf16ByZeros(bytes: Uint8Array): TextEncoding | undefined {
  let even = 0
  let odd = 0
  bytes.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  const pairs = Math.floor(bytes.length / 2)
  if (pairs < 2) return undefined
  if (even === 0 && odd * 2 > pairs) return 'utf-16le'
  if (odd === 0 && even * 2 > pairs) return 'utf-16be'
  return undefined
}

/**
 * Decides between UTF-8 and the old one-byte encodings, from bytes that begin at the first one
 * outside ASCII. Text with at least as many whole UTF-8 letters as breaks stays UTF-8, so that the
 * breaks can be reported instead of spoiling every letter: other text hardly ever has one.
 */
export function guessByContent(bytes: Uint8Array): EncodingFinding {
  const scanner = scanUtf8(0)
  scanner.scan(bytes)
  const faults = scanner.faults().count
  if (faults === 0 || scanner.multibyteCount() >= faults) {
    return { encoding: 'utf-8', basis: 'content', bomLength: 0 }
  }
  const encoding = looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252'
  return { encoding, basis: 'assumed', bomLength: 0 }
}

/**
 * In Windows-1251 whole words lie above 0xC0; in Windows-1252 accented letters stand alone. Half
 * of the high bytes following another one is far from both (about four fifths and a twentieth).
 */
function looksCyrillic(bytes: Uint8Array): boolean {
  let high = 0
  let pairs = 0
  let previous = 0
  for (const byte of bytes) {
    if (byte >= 0xc0) high += 1
    if (byte >= 0xc0 && previous >= 0xc0) pairs += 1
    previous = byte
  }
  return pairs * 2 > high
}
