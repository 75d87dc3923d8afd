import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** A file to be packed. */
export type ZippedFile = {
  readonly path: string
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
  /** Not to be made smaller: pictures and the like are as small as they get. */
  readonly isPacked?: boolean
  /** It may have 4 GB or more. */
  readonly isLarge?: boolean
}

type Packed = {
  readonly path: Buffer
  readonly at: number
  readonly isLarge: boolean
  readonly sums: Sums
}
type Sums = { crc: number; size: number; packed: number }

/** As the general purpose flags say: sizes follow the content, names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** That of readers who know sizes of eight bytes. */
const LARGE_VERSION = 45
const LARGE_FIELD = 0x0001
/** Says that the number stands elsewhere, in eight bytes. */
const ELSEWHERE = 0xffffffff
const MANY_ELSEWHERE = 0xffff
/** 1 January 1980, the first day there is: the same content gives the same bytes. */
const DAY = 0x0021
/** Whoever exports waits for it: a larger file that is there sooner. */
const LEVEL = constants.Z_BEST_SPEED

/**
 * Packs files while they are written, with the compressor working aside. Each is asked for when the one
 * before is packed. An archive of more than 4 GB or 65,535 files is one with larger numbers (Zip64).
 *
 * @see APPNOTE.TXT, .ZIP File Format Specification 6.3.10, §4.3
 */
export async function* zipFiles(
  files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>,
): AsyncGenerator<Uint8Array> {
  const packed: Packed[] = []
  let at = 0
  for await (const { path, content, isPacked = false, isLarge = false } of files) {
    const file: Packed = { path: Buffer.from(path), at, isLarge, sums: { crc: 0, size: 0, packed: 0 } }
    const head = localHeader(file)
    yield head
    const level = isPacked ? constants.Z_NO_COMPRESSION : LEVEL
    for await (const piece of deflate(content, file.sums, level)) yield piece
    const tail = descriptor(file)
    yield tail
    at += head.length + file.sums.packed + tail.length
    packed.push(file)
  }
  const directory = Buffer.concat(packed.map(entry))
  yield directory
  yield end(packed.length, { size: directory.length, at })
}

async function* deflate(
  content: ZippedFile['content'],
  sums: Sums,
  level: number,
): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level })
  // Its failure ends the packer, and with it the loop below.
  pipeline(Readable.from(summed(content, sums), { objectMode: false }), packer, () => {})
  for await (const piece of packer) {
    const bytes = piece as Buffer // A packer gives nothing else.
    sums.packed += bytes.length
    yield bytes
  }
}

async function* summed(content: ZippedFile['content'], sums: Sums): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    sums.crc = crc32(bytes, sums.crc)
    sums.size += bytes.length
    yield bytes
  }
}

function localHeader({ path, isLarge }: Packed): Buffer {
  const version = isLarge ? LARGE_VERSION : VERSION
  const head = fields(30, [0x04034b50, 4], [version, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DAY, 2])
  head.writeUInt16LE(path.length, 26)
  if (!isLarge) return Buffer.concat([head, path])
  // The sizes that follow the content have eight bytes then (§4.3.9.2).
  head.writeUInt32LE(ELSEWHERE, 18)
  head.writeUInt32LE(ELSEWHERE, 22)
  const extra = largeField([0, 0])
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, path, extra])
}

function descriptor({ sums, isLarge }: Packed): Buffer {
  const bytes = isLarge ? 8 : 4
  const numbers = [
    [sums.packed, bytes],
    [sums.size, bytes],
  ] as const
  return fields(8 + 2 * bytes, [0x08074b50, 4], [sums.crc, 4], ...numbers)
}

function entry({ path, at, sums }: Packed): Buffer {
  const elsewhere = [sums.size, sums.packed, at].filter((value) => value >= ELSEWHERE)
  const extra = elsewhere.length > 0 ? largeField(elsewhere) : Buffer.alloc(0)
  const version = elsewhere.length > 0 ? LARGE_VERSION : VERSION
  const start = fields(
    46,
    ...([
      [0x02014b50, 4],
      [version, 2],
      [version, 2],
      [FLAGS, 2],
      [DEFLATED, 2],
      [0, 2],
      [DAY, 2],
    ] as const),
    ...([
      [sums.crc, 4],
      [Math.min(sums.packed, ELSEWHERE), 4],
      [Math.min(sums.size, ELSEWHERE), 4],
      [path.length, 2],
      [extra.length, 2],
    ] as const),
  )
  start.writeUInt32LE(Math.min(at, ELSEWHERE), 42)
  return Buffer.concat([start, path, extra])
}

function end(count: number, directory: { readonly size: number; readonly at: number }): Buffer {
  const { size, at } = directory
  const isLarge = count >= MANY_ELSEWHERE || size >= ELSEWHERE || at >= ELSEWHERE
  const many = Math.min(count, MANY_ELSEWHERE)
  const usual = fields(
    22,
    ...([
      [0x06054b50, 4],
      [0, 4],
      [many, 2],
      [many, 2],
      [Math.min(size, ELSEWHERE), 4],
      [Math.min(at, ELSEWHERE), 4],
    ] as const),
  )
  return isLarge ? Buffer.concat([largeEnd(count, directory), usual]) : usual
}

/** The end with larger numbers, and where it lies (§4.3.14, §4.3.15). */
function largeEnd(count: number, { size, at }: { readonly size: number; readonly at: number }): Buffer {
  const LENGTH_THAT_FOLLOWS = 44
  const record = fields(
    56,
    ...([
      [0x06064b50, 4],
      [LENGTH_THAT_FOLLOWS, 8],
      [LARGE_VERSION, 2],
      [LARGE_VERSION, 2],
      [0, 8],
      [count, 8],
      [count, 8],
      [size, 8],
      [at, 8],
    ] as const),
  )
  return Buffer.concat([record, fields(20, [0x07064b50, 4], [0, 4], [at + size, 8], [1, 4])])
}

function largeField(values: readonly number[]): Buffer {
  const eight = values.map((value) => [value, 8] as const)
  return fields(4 + 8 * values.length, [LARGE_FIELD, 2], [8 * values.length, 2], ...eight)
}

/** A record of `length` bytes that begins with these numbers; the rest is zero. */
function fields(length: number, ...numbers: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const record = Buffer.alloc(length)
  let at = 0
  for (const [value, bytes] of numbers) {
    at = bytes === 8 ? record.writeBigUInt64LE(BigInt(value), at) : record.writeUIntLE(value, at, bytes)
  }
  return record
}
