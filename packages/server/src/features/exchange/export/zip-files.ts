import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** A file to be packed. */
export type ZippedFile = { readonly path: string; readonly content: AsyncIterable<string> | Iterable<string> }

type Packed = { readonly path: Buffer; readonly at: number; readonly sums: Sums }
type Sums = { crc: number; size: number; packed: number }

/** As the general purpose flags say: sizes follow the content, names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980, the first day there is: the same items give the same bytes. */
const DAY = 0x0021
/** Whoever exports waits for it: a larger file that is there sooner. */
const LEVEL = constants.Z_BEST_SPEED

/**
 * Packs files while they are written, with the compressor working aside. For less than 4 GB.
 *
 * @see APPNOTE.TXT, .ZIP File Format Specification 6.3.10, §4.3
 */
export async function* zipFiles(files: Iterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const packed: Packed[] = []
  let at = 0
  for (const { path, content } of files) {
    const file: Packed = { path: Buffer.from(path), at, sums: { crc: 0, size: 0, packed: 0 } }
    const head = localHeader(file)
    yield head
    for await (const piece of deflate(content, file.sums)) yield piece
    const tail = descriptor(file)
    yield tail
    at += head.length + file.sums.packed + tail.length
    packed.push(file)
  }
  const directory = Buffer.concat(packed.map(entry))
  yield directory
  yield end(packed.length, { size: directory.length, at })
}

async function* deflate(content: ZippedFile['content'], sums: Sums): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: LEVEL })
  // Its failure ends the packer, and with it the loop below.
  pipeline(Readable.from(summed(content, sums), { objectMode: false }), packer, () => {})
  for await (const piece of packer) {
    const bytes = piece as Buffer // A packer gives nothing else.
    sums.packed += bytes.length
    yield bytes
  }
}

async function* summed(content: ZippedFile['content'], sums: Sums): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    sums.crc = crc32(bytes, sums.crc)
    sums.size += bytes.length
    yield bytes
  }
}

function localHeader({ path }: Packed): Buffer {
  const head = fields(30, [0x04034b50, 4], [VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DAY, 2])
  head.writeUInt16LE(path.length, 26)
  return Buffer.concat([head, path])
}

function descriptor({ sums }: Packed): Buffer {
  return fields(16, [0x08074b50, 4], [sums.crc, 4], [sums.packed, 4], [sums.size, 4])
}

function entry({ path, at, sums }: Packed): Buffer {
  const start = fields(
    46,
    ...([
      [0x02014b50, 4],
      [VERSION, 2],
      [VERSION, 2],
      [FLAGS, 2],
      [DEFLATED, 2],
      [0, 2],
      [DAY, 2],
    ] as const),
    ...([
      [sums.crc, 4],
      [sums.packed, 4],
      [sums.size, 4],
      [path.length, 2],
    ] as const),
  )
  start.writeUInt32LE(at, 42)
  return Buffer.concat([start, path])
}

function end(count: number, directory: { readonly size: number; readonly at: number }): Buffer {
  const { size, at } = directory
  return fields(22, [0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [at, 4])
}

/** A record of `length` bytes that begins with these numbers; the rest is zero. */
function fields(length: number, ...numbers: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const record = Buffer.alloc(length)
  let at = 0
  for (const [value, bytes] of numbers) at = record.writeUIntLE(value, at, bytes)
  return record
}
