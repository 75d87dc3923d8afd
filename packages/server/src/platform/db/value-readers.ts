import { type CustomTypesConfig, types } from 'pg'

/** How the text of a value is read, by the object id of its type: see `createPool`. */
export const readerOf: CustomTypesConfig['getTypeParser'] = (oid, format): unknown => {
  const own = OWN_READERS.get(oid)
  if (own) return own
  if (oid === types.builtins.TIMESTAMPTZ) return readInstant
  if (oid === types.builtins.DATE) return String
  if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number
  return types.getTypeParser(oid, format)
}

/** `{id,id}`. Ids need no quotes, and no list of ours holds nulls, so that the general reader is spared. */
export function readIds(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

/**
 * `2026-11-22 09:30:00.123456+00`, as the server writes it in the session's zone UTC. A snapshot reads
 * tens of thousands; digit by digit takes a quarter of what `Date.parse` does.
 */
export function readInstant(text: string): number {
  const isPlain = text.charAt(4) === '-' && text.endsWith('+00')
  if (!isPlain) return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`)
  const at = (from: number, to: number) => {
    let value = 0
    for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - ZERO
    return value
  }
  // The fraction loses its zeros at the end: `.5` is 500 milliseconds.
  const digits = Math.min(3, Math.max(0, text.length - 23))
  const ms = at(20, 20 + digits) * 10 ** (3 - digits)
  return Date.UTC(at(0, 4), at(5, 7) - 1, at(8, 10), at(11, 13), at(14, 16), at(17, 19), ms)
}

const ZERO = '0'.charCodeAt(0)

/** Readers of types that the driver has no name for: 2951 is `uuid[]`; see `pg_type`. */
const OWN_READERS: ReadonlyMap<number, (text: string) => unknown> = new Map([[2951, readIds]])
