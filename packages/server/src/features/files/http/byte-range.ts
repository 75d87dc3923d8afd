import type { ByteRange } from '../../../platform/files/index.ts'

/**
 * The part of a content that somebody asks for. Several parts at once are not given: then, as with
 * anything that is no range, the whole content is.
 *
 * @returns `all`, one range within the content, or `none` when the range lies outside
 * @see RFC 9110 §14
 */
export function readByteRange(header: string | undefined, sizeBytes: number): ByteRange | 'all' | 'none' {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!parts) return 'all'
  const [, first = '', last = ''] = parts
  return first === '' ? lastBytes(last, sizeBytes) : fromFirst(Number(first), last, sizeBytes)
}

function lastBytes(count: string, sizeBytes: number): ByteRange | 'all' | 'none' {
  if (count === '') return 'all'
  const length = Math.min(Number(count), sizeBytes)
  return length === 0 ? 'none' : { start: sizeBytes - length, end: sizeBytes - 1 }
}

function fromFirst(start: number, last: string, sizeBytes: number): ByteRange | 'all' | 'none' {
  const end = last === '' ? sizeBytes - 1 : Number(last)
  if (last !== '' && end < start) return 'all'
  return start >= sizeBytes ? 'none' : { start, end: Math.min(end, sizeBytes - 1) }
}
