/** Bytes that do not fit the encoding. Positions count from 0 at the start of the file. */
export type ByteFaults = {
  /** All faults found. */
  readonly count: number
  /** Where the first twenty begin. */
  readonly positions: readonly number[]
}

/** How many positions are kept: enough to find the place, small enough to show. */
const KEPT_POSITIONS = 20

/** Looks over bytes as they pass and notes those that break the encoding. */
export type FaultScanner = {
  scan(bytes: Uint8Array): void
  /** Notes a character that was cut off by the end of the file. */
  end(): void
  faults(): ByteFaults
  /** Well-formed characters of more than one byte (UTF-8) or one unit (UTF-16). */
  multibyteCount(): number
}

class FaultList {
  count = 0
  readonly positions: number[] = []

  add(position: number): void {
    this.count += 1
    if (this.positions.length < KEPT_POSITIONS) this.positions.push(position)
  }
}

type LeadByte = { readonly needed: number; readonly lower: number; readonly upper: number }

/** What may follow a UTF-8 lead byte (Unicode 16, table 3-7, well-formed UTF-8 byte sequences). */
function leadByte(byte: number): LeadByte | undefined {
  if (byte >= 0xc2 && byte <= 0xdf) return { needed: 1, lower: 0x80, upper: 0xbf }
  if (byte === 0xe0) return { needed: 2, lower: 0xa0, upper: 0xbf }
  if (byte === 0xed) return { needed: 2, lower: 0x80, upper: 0x9f }
  if (byte >= 0xe1 && byte <= 0xef) return { needed: 2, lower: 0x80, upper: 0xbf }
  if (byte === 0xf0) return { needed: 3, lower: 0x90, upper: 0xbf }
  if (byte === 0xf4) return { needed: 3, lower: 0x80, upper: 0x8f }
  if (byte >= 0xf1 && byte <= 0xf3) return { needed: 3, lower: 0x80, upper: 0xbf }
  return undefined
}

/** Finds ill-formed UTF-8, one fault for every U+FFFD that a WHATWG decoder would write. */
export function scanUtf8(origin: number): FaultScanner {
  const list = new FaultList()
  let position = origin
  let multibyte = 0
  let needed = 0
  let lower = 0x80
  let upper = 0xbf
  let begin = 0

  const first = (byte: number): void => {
    const lead = leadByte(byte)
    if (lead === undefined) {
      list.add(position)
      return
    }
    begin = position
    needed = lead.needed
    lower = lead.lower
    upper = lead.upper
  }

  const next = (byte: number): void => {
    if (byte < lower || byte > upper) {
      list.add(begin)
      needed = 0
      if (byte >= 0x80) first(byte)
      return
    }
    lower = 0x80
    upper = 0xbf
    needed -= 1
    if (needed === 0) multibyte += 1
  }

  return {
    scan(bytes) {
      for (const byte of bytes) {
        if (needed > 0) next(byte)
        else if (byte >= 0x80) first(byte)
        position += 1
      }
    },
    end() {
      if (needed > 0) list.add(begin)
      needed = 0
    },
    faults: () => ({ count: list.count, positions: [...list.positions] }),
    multibyteCount: () => multibyte,
  }
}

/** Finds halves of surrogate pairs, and an odd last byte, in UTF-16. */
export function scanUtf16(origin: number, order: 'utf-16le' | 'utf-16be'): FaultScanner {
  const list = new FaultList()
  let position = origin
  let multibyte = 0
  let firstByte: number | undefined
  let highAt: number | undefined

  const unit = (value: number, at: number): void => {
    const isHigh = value >= 0xd800 && value <= 0xdbff
    const isLow = value >= 0xdc00 && value <= 0xdfff
    if (isLow && highAt !== undefined) multibyte += 1
    else if (isLow) list.add(at)
    if (!isLow && highAt !== undefined) list.add(highAt)
    highAt = isHigh ? at : undefined
  }

  return {
    scan(bytes) {
      for (const byte of bytes) {
        if (firstByte === undefined) firstByte = byte
        else {
          unit(order === 'utf-16le' ? firstByte | (byte << 8) : (firstByte << 8) | byte, position - 1)
          firstByte = undefined
        }
        position += 1
      }
    },
    end() {
      if (highAt !== undefined) list.add(highAt)
      if (firstByte !== undefined) list.add(position - 1)
      highAt = undefined
      firstByte = undefined
    },
    faults: () => ({ count: list.count, positions: [...list.positions] }),
    multibyteCount: () => multibyte,
  }
}

/** Finds bytes without a letter, in the decoded text of an encoding with one byte a character. */
export function scanSingleByte(origin: number): {
  scan(decoded: string): void
  faults(): ByteFaults
} {
  const list = new FaultList()
  let position = origin
  return {
    scan(decoded) {
      for (let index = 0; index < decoded.length; index += 1) {
        const code = decoded.charCodeAt(index)
        // Unassigned bytes decode to U+FFFD, or to C1 control characters (WHATWG Encoding, indexes).
        if (code === 0xfffd || (code >= 0x80 && code <= 0x9f)) list.add(position + index)
      }
      position += decoded.length
    },
    faults: () => ({ count: list.count, positions: [...list.positions] }),
  }
}
