import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Refusal, Result } from '@millrace/core/kernel'
import {
  DIRECTORY_TAIL_BYTES,
  findZipDirectory,
  LOCAL_HEADER_BYTES,
  readZipDirectory,
  type ZipEntry,
  zipDataOffset,
} from '@millrace/formats/zip'
import { refuse } from '../../../platform/commands/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { RunRow } from '../import-run.ts'
import { refuseUnreadable } from '../problem-list.ts'

/** An archive in the store. Its files are unpacked piece by piece, never as a whole. */
export type Archive = {
  readonly has: (path: string) => boolean
  /** Where its files lie, in the order of the archive. */
  readonly paths: readonly string[]
  /** The content of a file; what is not there is empty. */
  readonly stream: (path: string) => AsyncGenerator<Uint8Array>
  /** The same as a whole, for small ones. */
  readonly read: (path: string) => Promise<Uint8Array>
}

/** A file in the store that may be an archive. */
export type StoredFile = Pick<RunRow, 'file_name' | 'file_key' | 'file_size'>

/** A file of an archive that unpacks to more than this is a trap, or nothing that can be imported. */
const UNPACKED_MAX_BYTES = 536_870_912
/** How files are packed (APPNOTE.TXT §4.4.5). */
const STORED = 0
const DEFLATED = 8
const WHOLE_MAX_BYTES = 67_108_864

/** Reads what is in an archive. @throws Refused with `exchange.file_unreadable` */
export async function openArchive(files: FileStore, file: StoredFile): Promise<Archive> {
  const from = Math.max(0, file.file_size - DIRECTORY_TAIL_BYTES)
  const tail = await readRange(files, file, { start: from, end: file.file_size - 1 })
  const place = readable(file, findZipDirectory(tail, file.file_size))
  const { offset, length } = place
  const directory =
    length === 0
      ? new Uint8Array()
      : await readRange(files, file, { start: offset, end: offset + length - 1 })
  const entries = new Map(
    readable(file, readZipDirectory(directory, place)).map((entry) => [entry.path, entry]),
  )
  async function* stream(path: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(path)
    if (entry) yield* unpack(files, file, entry)
  }
  return {
    has: (path) => entries.has(path),
    paths: [...entries.keys()],
    stream,
    read: async (path) => {
      const pieces: Uint8Array[] = []
      if ((entries.get(path)?.bytes ?? 0) > WHOLE_MAX_BYTES) refuseAs(file, 'zip.too_large')
      for await (const piece of stream(path)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
  }
}

async function* unpack(files: FileStore, file: StoredFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { bytes, checksum, method } = entry
  if (bytes > UNPACKED_MAX_BYTES) refuseAs(file, 'zip.too_large')
  const packed = await openPacked(files, file, entry)
  if (bytes === 0) {
    packed.destroy()
    return
  }
  let size = 0
  let sum = 0
  for await (const piece of method === DEFLATED ? inflated(file, packed) : packed) {
    const content = piece as Uint8Array // A stream of bytes gives bytes.
    size += content.length
    // Whatever the directory says: more than it announced is not unpacked.
    if (size > bytes) refuseAs(file, 'zip.broken')
    sum = crc32(content, sum)
    yield content
  }
  if (size !== bytes || sum !== checksum) refuseAs(file, 'zip.broken')
}

/** The content of an entry as it lies in the archive. */
async function openPacked(files: FileStore, file: StoredFile, entry: ZipEntry): Promise<Readable> {
  const { method, packedBytes, offset } = entry
  const isKnown = method === STORED || method === DEFLATED
  if (!isKnown || offset + LOCAL_HEADER_BYTES > file.file_size) refuseAs(file, 'zip.broken')
  const header = await readRange(files, file, { start: offset, end: offset + LOCAL_HEADER_BYTES - 1 })
  const start = readable(file, zipDataOffset(entry, header))
  if (start + packedBytes > file.file_size) refuseAs(file, 'zip.broken')
  if (packedBytes === 0) return Readable.from([])
  const packed = await files.open(file.file_key, { start, end: start + packedBytes - 1 })
  return packed ?? refuse('exchange.file_gone', { file: file.file_name })
}

async function* inflated(file: StoredFile, packed: Readable): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw()
  // Its fault comes out of the stream that is read below.
  const filled = pipeline(packed, inflate).catch(() => {})
  try {
    for await (const piece of inflate) yield piece as Uint8Array // As above.
  } catch (error) {
    if (isBroken(error)) refuseAs(file, 'zip.broken')
    throw error
  } finally {
    inflate.destroy()
    await filled
  }
}

/** Faults of the packing itself have codes such as `Z_DATA_ERROR`; those of the store are another matter. */
function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

async function readRange(
  files: FileStore,
  { file_key: key, file_name: name }: StoredFile,
  range: { readonly start: number; readonly end: number },
): Promise<Uint8Array> {
  const found = (await files.open(key, range)) ?? refuse('exchange.file_gone', { file: name })
  const pieces: Uint8Array[] = []
  for await (const piece of found) pieces.push(piece as Uint8Array) // As above.
  return Buffer.concat(pieces)
}

function readable<Value>(file: StoredFile, result: Result<Value>): Value {
  return result.ok ? result.value : refuseAs(file, result.refusal.code, result.refusal.params)
}

/** Refuses a file for what is wrong in it. @throws Refused */
export function refuseAs(
  { file_name: name }: Pick<RunRow, 'file_name'>,
  code: string,
  params: NonNullable<Refusal['params']> = {},
): never {
  return refuseUnreadable(name, { code, params })
}
