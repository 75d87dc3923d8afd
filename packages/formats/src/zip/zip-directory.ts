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
  /** An archive in several files, or whose parts lie further away than can be said. */
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
const LARGE_END_SIGNATURE = 0x06064b50
const LARGE_LOCATOR_SIGNATURE = 0x07064b50
const END_BYTES = 22
const LARGE_END_BYTES = 56
const LARGE_LOCATOR_BYTES = 20
/** The extra field of sizes and places that do not fit into four bytes. */
const LARGE_FIELD = 0x0001
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
 * @param filesMax how many files are believed in; as many as any document has if left out
 * @returns refused with one of `ZIP_REFUSAL_CODES`
 * @see APPNOTE.TXT 6.3.10 §4.3.14 to §4.3.16, PKWARE
 */
export function findZipDirectory(
  tail: Uint8Array,
  fileBytes: number,
  filesMax = FILES_MAX,
): Result<ZipDirectory> {
  const view = viewOf(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue
    const found = readEnd(view, at, fileBytes)
    if (!found) return err({ code: 'zip.too_large' })
    const { count, length, offset } = found
    if (count > filesMax) return err({ code: 'zip.too_many_files', params: { limit: filesMax } })
    if (offset + length > fileBytes || length < count * ENTRY_BYTES) return err({ code: 'zip.broken' })
    return ok({ offset, length, count })
  }
  return err({ code: 'zip.broken' })
}

/** What the record at the end says, or the larger one that it points to; nothing when that is out of reach. */
function readEnd(view: DataView, at: number, fileBytes: number): ZipDirectory | undefined {
  const [count, length, offset] = [
    view.getUint16(at + 10, true),
    view.getUint32(at + 12, true),
    view.getUint32(at + 16, true),
  ]
  if (count !== MANY_ELSEWHERE && length !== ELSEWHERE && offset !== ELSEWHERE)
    return { count, length, offset }
  const locator = at - LARGE_LOCATOR_BYTES
  if (locator < 0 || view.getUint32(locator, true) !== LARGE_LOCATOR_SIGNATURE) return undefined
  // Places are counted from the beginning of the file, of which only the tail is here.
  const end = large(view, locator + 8) - (fileBytes - view.byteLength)
  if (!(end >= 0 && end + LARGE_END_BYTES <= locator)) return undefined
  if (view.getUint32(end, true) !== LARGE_END_SIGNATURE) return undefined
  return { count: large(view, end + 32), length: large(view, end + 40), offset: large(view, end + 48) }
}

function large(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
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
      ...placeOf(view, at, { from: at + ENTRY_BYTES + nameBytes, until: next }),
    })
    at = next
  }
  return ok(entries)
}

type Span = { readonly from: number; readonly until: number }

/** Sizes and place of a file; what does not fit into four bytes stands in an extra field (§4.5.3). */
function placeOf(
  view: DataView,
  at: number,
  extra: Span,
): Pick<ZipEntry, 'bytes' | 'packedBytes' | 'offset'> {
  let from = findLargeField(view, extra)
  const read = (place: number) => {
    const value = view.getUint32(place, true)
    if (value !== ELSEWHERE || from === undefined || from + 8 > extra.until) return value
    from += 8
    return large(view, from - 8)
  }
  // In the order of the extra field.
  const bytes = read(at + 24)
  const packedBytes = read(at + 20)
  return { bytes, packedBytes, offset: read(at + 42) }
}

function findLargeField(view: DataView, { from, until }: Span): number | undefined {
  for (let at = from; at + 4 <= until; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === LARGE_FIELD) return at + 4
  }
  return undefined
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
