import { type ByteFaults, type FaultScanner, scanSingleByte, scanUtf8, scanUtf16 } from './byte-faults.ts'
import {
  type EncodingBasis,
  type EncodingFinding,
  findByteOrderMark,
  findUtf16ByZeros,
  guessByContent,
} from './detect-encoding.ts'
import type { TextEncoding } from './encoding.ts'

// Present in browsers and Node alike (WHATWG Encoding §7); this floor compiles without either's types.
declare const TextDecoder: new (
  label: string,
  options?: { readonly ignoreBOM?: boolean },
) => {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string
}

/** What is known about the encoding of a file after (some of) it was read. */
export type EncodingReport = {
  readonly encoding: TextEncoding
  readonly basis: EncodingBasis
  /** Bytes that do not fit; each became U+FFFD, or a control character, in the text. */
  readonly brokenBytes: ByteFaults
}

/** Turns bytes into text piece by piece. The text of the pieces, joined, is the text of the file. */
export type ByteDecoder = {
  /** Text for these bytes; a part may be held back until the encoding or a character is complete. */
  push(bytes: Uint8Array): string
  /** The rest of the text. Nothing may be pushed afterwards. */
  end(): string
  report(): EncodingReport
}

/** The first bytes looked at for a byte order mark or UTF-16 without one. */
const HEAD_BYTES = 64
/** How far to look from the first byte outside ASCII before deciding. */
const WINDOW_BYTES = 65_536

const NO_FAULTS: ByteFaults = { count: 0, positions: [] }

/** One file's text in a decided encoding: decodes, and notes broken bytes. */
type DecidedDecoder = { push(bytes: Uint8Array): string; end(): string; faults(): ByteFaults }

function decideOn(encoding: TextEncoding, origin: number): DecidedDecoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  if (encoding === 'utf-8') return withScanner(decoder, scanUtf8(origin))
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return withScanner(decoder, scanUtf16(origin, encoding))
  }
  const scanner = scanSingleByte(origin)
  return {
    push(bytes) {
      const text = decoder.decode(bytes, { stream: true })
      scanner.scan(text)
      return text
    },
    end: () => decoder.decode(),
    faults: () => scanner.faults(),
  }
}

function withScanner(decoder: InstanceType<typeof TextDecoder>, scanner: FaultScanner): DecidedDecoder {
  return {
    push(bytes) {
      scanner.scan(bytes)
      return decoder.decode(bytes, { stream: true })
    },
    end() {
      scanner.end()
      return decoder.decode()
    },
    faults: () => scanner.faults(),
  }
}

/** How many bytes at the start are ASCII. A plain loop: `findIndex` takes five times as long. */
function asciiLength(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1
  return at
}

class StreamingDecoder implements ByteDecoder {
  readonly #given: TextEncoding | undefined
  #held: Uint8Array[] = []
  #heldLength = 0
  #stage: 'head' | 'ascii' | 'window' | 'decided' = 'head'
  #offset = 0
  #finding: EncodingFinding = { encoding: 'utf-8', basis: 'ascii', bomLength: 0 }
  #decoder: DecidedDecoder | undefined

  constructor(given: TextEncoding | undefined) {
    this.#given = given
  }

  push(bytes: Uint8Array): string {
    if (this.#stage === 'decided') return this.#decode(bytes)
    if (this.#stage === 'ascii') return this.#pushAscii(bytes)
    this.#held.push(bytes.slice())
    this.#heldLength += bytes.length
    if (this.#stage === 'head') return this.#heldLength < HEAD_BYTES ? '' : this.#leaveHead()
    return this.#heldLength < WINDOW_BYTES ? '' : this.#leaveWindow()
  }

  end(): string {
    const head = this.#stage === 'head' ? this.#leaveHead() : ''
    const window = this.#stage === 'window' ? this.#leaveWindow() : ''
    return head + window + (this.#decoder?.end() ?? '')
  }

  report(): EncodingReport {
    return {
      encoding: this.#finding.encoding,
      basis: this.#finding.basis,
      brokenBytes: this.#decoder?.faults() ?? NO_FAULTS,
    }
  }

  #leaveHead(): string {
    const bytes = this.#takeHeld()
    const mark = findByteOrderMark(bytes)
    if (mark !== undefined) return this.#decide(mark, bytes)
    if (this.#given !== undefined) {
      return this.#decide({ encoding: this.#given, basis: 'given', bomLength: 0 }, bytes)
    }
    const wide = findUtf16ByZeros(bytes.subarray(0, HEAD_BYTES))
    if (wide !== undefined) return this.#decide({ encoding: wide, basis: 'content', bomLength: 0 }, bytes)
    this.#stage = 'ascii'
    return this.#pushAscii(bytes)
  }

  /** ASCII reads the same in every encoding still possible, so the choice can wait. */
  #pushAscii(bytes: Uint8Array): string {
    const length = asciiLength(bytes)
    const text = new TextDecoder('utf-8').decode(bytes.subarray(0, length))
    this.#offset += length
    if (length === bytes.length) return text
    this.#stage = 'window'
    return text + this.push(bytes.subarray(length))
  }

  #leaveWindow(): string {
    const bytes = this.#takeHeld()
    return this.#decide(guessByContent(bytes.subarray(0, WINDOW_BYTES)), bytes)
  }

  #decide(finding: EncodingFinding, bytes: Uint8Array): string {
    this.#finding = finding
    this.#offset += finding.bomLength
    this.#decoder = decideOn(finding.encoding, this.#offset)
    this.#stage = 'decided'
    return this.#decode(bytes.subarray(finding.bomLength))
  }

  #decode(bytes: Uint8Array): string {
    return this.#decoder?.push(bytes) ?? ''
  }

  #takeHeld(): Uint8Array {
    const bytes = new Uint8Array(this.#heldLength)
    let at = 0
    for (const piece of this.#held) {
      bytes.set(piece, at)
      at += piece.length
    }
    this.#held = []
    this.#heldLength = 0
    return bytes
  }
}

/**
 * Decodes a file whose encoding is not known for sure. A byte order mark wins; then `encoding`, if
 * given; then UTF-16 by its zero bytes; then, at the first byte outside ASCII, the next 64 KiB
 * decide between UTF-8 and Windows-1252 (or Windows-1251, when whole words are not ASCII).
 * Memory is bounded by that window.
 *
 * @throws never: broken bytes become U+FFFD and are reported with their positions
 */
export function createByteDecoder(encoding?: TextEncoding): ByteDecoder {
  return new StreamingDecoder(encoding)
}

/** A whole file as text, with what was found about its encoding. See `createByteDecoder`. */
export function decodeText(
  bytes: Uint8Array,
  encoding?: TextEncoding,
): { readonly text: string; readonly report: EncodingReport } {
  const decoder = createByteDecoder(encoding)
  const text = decoder.push(bytes) + decoder.end()
  return { text, report: decoder.report() }
}
