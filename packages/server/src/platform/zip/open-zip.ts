import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Result } from '@millrace/core/kernel'
import {
  DIRECTORY_TAIL_BYTES,
  findZipDirectory,
  LOCAL_HEADER_BYTES,
  readZipDirectory,
  type ZipEntry,
  zipDataOffset,
} from '@millrace/formats/zip'

/** An archive on this machine. Its files are unpacked piece by piece, never as a whole. */
export type ZipFile = {
  readonly fileBytes: number
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The content of a file. @throws ZipFault when it is not what the directory says */
  readonly stream: (entry: ZipEntry) => AsyncGenerator<Uint8Array>
  readonly close: () => Promise<void>
}

/** The file is no archive, or not one that can be believed. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
}

/** More files than anybody attaches to the work of one organisation. */
const FILES_MAX = 5_000_000
const PIECE_BYTES = 262_144
const DIRECTORY_MAX_BYTES = 1_073_741_824
/** How files are packed (APPNOTE.TXT §4.4.5). */
const STORED = 0
const DEFLATED = 8

/** Opens an archive. @throws ZipFault, or the fault of the system that it cannot be read */
export async function openZip(path: string): Promise<ZipFile> {
  const file = await open(path, 'r')
  try {
    const { size: fileBytes } = await file.stat()
    const tailBytes = Math.min(fileBytes, DIRECTORY_TAIL_BYTES)
    const tail = await readAt(file, fileBytes - tailBytes, tailBytes)
    const place = believed(findZipDirectory(tail, fileBytes, FILES_MAX))
    if (place.length > DIRECTORY_MAX_BYTES) throw new ZipFault('its directory is too long')
    const listed = believed(readZipDirectory(await readAt(file, place.offset, place.length), place))
    const entries = new Map(listed.map((entry) => [entry.path, entry]))
    checkEntries(listed, { fileBytes, names: entries.size })
    return {
      fileBytes,
      entries,
      stream: (entry) => unpack(file, entry, fileBytes),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Files that lie upon each other, or twice under one name, are a trap. */
function checkEntries(
  listed: readonly ZipEntry[],
  { fileBytes, names }: { readonly fileBytes: number; readonly names: number },
): void {
  if (names !== listed.length) throw new ZipFault('it has two files of one name')
  const packed = listed.reduce((sum, { packedBytes }) => sum + packedBytes, 0)
  if (packed > fileBytes) throw new ZipFault('its files lie upon each other')
}

async function* unpack(file: FileHandle, entry: ZipEntry, fileBytes: number): AsyncGenerator<Uint8Array> {
  const { bytes, packedBytes, checksum, method, offset } = entry
  const isKnown = method === STORED || method === DEFLATED
  if (!isKnown || offset + LOCAL_HEADER_BYTES > fileBytes) throw broken(entry)
  const start = believed(zipDataOffset(entry, await readAt(file, offset, LOCAL_HEADER_BYTES)))
  if (start + packedBytes > fileBytes) throw broken(entry)
  let [size, sum] = [0, 0]
  for await (const content of contentOf(file, entry, start)) {
    size += content.length
    // Whatever the directory says: more than it announced is not unpacked.
    if (size > bytes) throw broken(entry)
    sum = crc32(content, sum)
    yield content
  }
  if (size !== bytes || sum !== checksum) throw broken(entry)
}

async function* contentOf(file: FileHandle, entry: ZipEntry, start: number): AsyncGenerator<Uint8Array> {
  const { method, packedBytes } = entry
  const packed = readPieces(file, start, packedBytes)
  if (method === DEFLATED) yield* inflated(packed, entry)
  else yield* packed
}

/** A stream of the handle itself would leave a listener behind for each file. */
async function* readPieces(file: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += PIECE_BYTES)
    yield await readAt(file, start + at, Math.min(PIECE_BYTES, length - at))
}

async function* inflated(packed: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw()
  // Its fault comes out of the stream that is read below.
  const filled = pipeline(packed, inflate).catch(() => {})
  try {
    for await (const piece of inflate) yield piece as Uint8Array // As above.
  } catch (error) {
    // Faults of the packing itself have codes such as `Z_DATA_ERROR`; those of the disk are another matter.
    const isPacking = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    throw isPacking ? broken(entry) : error
  } finally {
    inflate.destroy()
    await filled
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at)
    if (bytesRead === 0) throw new ZipFault('it is cut off')
    at += bytesRead
  }
  return bytes
}

function broken({ path }: ZipEntry): ZipFault {
  return new ZipFault(`${path} cannot be unpacked as its directory says`)
}

function believed<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new ZipFault(
    result.refusal.code === 'zip.broken' ? 'it is no archive, or cut off' : result.refusal.code,
  )
}
