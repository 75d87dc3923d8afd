import { err, isId, isPlainDate, ok, type Result } from '@millrace/core/kernel'
import { type OrderColumn, type OrderValue, type PlacedRow, placeName } from './order-sql.ts'
import type { CompiledQuery } from './query-to-sql.ts'

/** The values that a row was ordered by, as JSON holds them. */
export function placeOf({ columns }: Pick<CompiledQuery, 'columns'>, row: PlacedRow): readonly OrderValue[] {
  return columns.map(({ type }, index) => {
    const value = row[placeName(index)] ?? null
    return type === 'timestamptz' && typeof value === 'string' ? isoOf(value) : value
  })
}

/** `2026-11-22 09:30:00.123456+00`, as the server writes a moment, in the form of `MOMENT`. */
function isoOf(text: string): string {
  return `${text.replace(' ', 'T')}:00`
}

/**
 * The place of a row in the order of its query, for `after` of the next page.
 *
 * @param values what `placeOf` tells of the row
 */
export function encodeCursor({ orderName }: CompiledQuery, values: readonly OrderValue[]): string {
  return Buffer.from(JSON.stringify([orderName, ...values])).toString('base64url')
}

/**
 * The values of a cursor, for `keyset`.
 *
 * @returns refused with `platform.cursor_wrong` when it is none, or belongs to a query in another order
 */
export function decodeCursor(query: CompiledQuery, cursor: string): Result<readonly OrderValue[]> {
  const parsed = parse(Buffer.from(cursor, 'base64url').toString())
  const parts: readonly unknown[] = Array.isArray(parsed) ? parsed : []
  const [name, ...values] = parts
  const fits = name === query.orderName && values.length === query.columns.length
  const read = fits ? values.filter((value, index) => isOf(value, query.columns[index])) : []
  return fits && read.length === values.length ? ok(read) : err({ code: 'platform.cursor_wrong' })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether the database can read the value as the column's type: a forged cursor must not fault. */
function isOf(value: unknown, column: OrderColumn | undefined): value is OrderValue {
  if (column === undefined) return false
  if (value === null) return column.nullable
  if (column.type === 'integer') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
  if (column.type === 'float8') return typeof value === 'number'
  return typeof value === 'string' && isText(value, column.type)
}

function isText(value: string, type: OrderColumn['type']): boolean {
  switch (type) {
    case 'uuid':
      return isId(value)
    case 'date':
      return isPlainDate(value)
    case 'timestamptz':
      return MOMENT.test(value) && !Number.isNaN(Date.parse(value))
    default:
      return value.isWellFormed() && !value.includes('\0')
  }
}

/** As JSON made by PostgreSQL writes a moment: microseconds, so that the comparison is exact. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/
