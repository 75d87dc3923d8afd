import { err, ok, type Result } from '@millrace/core/kernel'
import { decodeText } from '../text/index.ts'

/** Where the directory of an archive lies in its file. */
export type ZipDirectory = { readonly offset: number; readonly length: number; readonly count: number }

/** A file in an archive, as the directory tells of it. */
export type ZipEntry = {
  readonly path: string
  /** 0: stored, 8: deflated; anything else cannot be read. */
  readonly method: number
  /** CRC-32 of the content. */
  readonly checksum: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where its local header begins. */
  readonly offset: number
}

/** Every reason to refuse an archive, for the catalogue of sentences. */
export const ZIP_REFUSAL_CODES = [
  /** Not an archive, or cut off. */
  'zip.broken',
  /** An archive of more than 4 GiB or in several files. */
  'zip.too_large',
  /** More files than any document has: `limit`. */
  'zip.too_many_files',
  /** Files that need a password. */
  'zip.encrypted',
] as const

/** The record at the end, with the longest comment it may have. */
export const DIRECTORY_TAIL_BYTES = 22 + 65_535
/** The part of a local header whose length is always the same. */
export const LOCAL_HEADER_BYTES = 30

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const FILES_MAX = 20_000
/** Values that are to be found elsewhere, in archives of more than 4 GiB. */
const ELSEWHERE = 0xffffffff
const MANY_ELSEWHERE = 0xffff

/**
 * Finds the directory of an archive by the record at the end of its file.
 *
 * @param tail the last bytes of the file, at most `DIRECTORY_TAIL_BYTES`
 * @param fileBytes how long the file is
 * @returns refused with one of `ZIP_REFUSAL_CODES`
 * @see APPNOTE.TXT 6.3.10 §4.3.16, PKWARE
 */
export function findZipDirectory(tail: Uint8Array, fileBytes: number): Result<ZipDirectory> {
  const view = viewOf(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue
    const [count, length, offset] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 12, true),
      view.getUint32(at + 16, true),
    ]
    if (count === MANY_ELSEWHERE || length === ELSEWHERE || offset === ELSEWHERE)
      return err({ code: 'zip.too_large' })
    if (count > FILES_MAX) return err({ code: 'zip.too_many_files', params: { limit: FILES_MAX } })
    if (offset + length > fileBytes || length < count * ENTRY_BYTES) return err({ code: 'zip.broken' })
    return ok({ offset, length, count })
  }
  return err({ code: 'zip.broken' })
}

/** The files of an archive. @returns refused with one of `ZIP_REFUSAL_CODES` */
export function readZipDirectory(
  bytes: Uint8Array,
  { count }: Pick<ZipDirectory, 'count'>,
): Result<readonly ZipEntry[]> {
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  let at = 0
  for (let left = count; left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      return err({ code: 'zip.broken' })
    const nameBytes = view.getUint16(at + 28, true)
    const next = at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > bytes.length) return err({ code: 'zip.broken' })
    if ((view.getUint16(at + 8, true) & 1) !== 0) return err({ code: 'zip.encrypted' })
    entries.push({
      path: decodeText(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)).text.replaceAll(
        '\\',
        '/',
      ),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return ok(entries)
}

/**
 * Where the content of a file begins, from the start of its local header.
 *
 * @param header the first `LOCAL_HEADER_BYTES` of it
 */
export function zipDataOffset(entry: ZipEntry, header: Uint8Array): Result<number> {
  const view = viewOf(header)
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE)
    return err({ code: 'zip.broken' })
  return ok(entry.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
