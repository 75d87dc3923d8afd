import { type BoundSort, SORTED_LENGTH, type SortSource } from '@millrace/core/work'
import { inOrder } from './filter-sql.ts'
import { type ColumnSql, columnOf } from './property-sql.ts'
import type { QueryParams, SqlType } from './query-params.ts'

/** One expression that rows are ordered by. */
export type OrderColumn = {
  readonly sql: string
  readonly type: Extract<SqlType, 'text' | 'uuid' | 'float8' | 'integer' | 'date' | 'timestamptz'>
  readonly nullable: boolean
  readonly descending: boolean
}

/** What every order ends with, so that no two rows are equal. */
export const LAST_COLUMNS: readonly OrderColumn[] = [
  { sql: 'w.rank', type: 'text', nullable: false, descending: false },
  { sql: 'w.id', type: 'uuid', nullable: false, descending: false },
]

/** The expressions of a sort term. Numbers its values in `params`, once. */
export function orderColumns({ source, descending }: BoundSort, params: QueryParams): readonly OrderColumn[] {
  return columnsOf(source, params).map((column) => ({ ...column, descending }))
}

function columnsOf(source: SortSource, params: QueryParams): readonly Omit<OrderColumn, 'descending'>[] {
  switch (source.kind) {
    case 'key':
      return [
        { sql: `rtrim(w.key, '0123456789') collate "C"`, type: 'text', nullable: false },
        { sql: 'length(w.key)', type: 'integer', nullable: false },
        { sql: 'w.key', type: 'text', nullable: false },
      ]
    case 'property':
      return [sortable(columnOf(source.property, params))]
    case 'placed': {
      const places = params.bind(JSON.stringify(Object.fromEntries(source.places)), 'jsonb')
      const name =
        source.property.type === 'state'
          ? `(w.type_id::text || '/' || w.state_id)`
          : `(${columnOf(source.property, params).sql})::text`
      return [{ sql: `(${places} ->> ${name})::integer`, type: 'integer', nullable: true }]
    }
  }
}

function sortable({ sql, type, nullable }: ColumnSql): Omit<OrderColumn, 'descending'> {
  const isText = type === 'text'
  return { sql: isText ? inOrder(`left(${sql}, ${SORTED_LENGTH})`, type) : `(${sql})`, type, nullable }
}

/** The `order by` list. Rows without a value come last in both directions. */
export function orderSql(columns: readonly OrderColumn[]): string {
  return columns
    .map(({ sql, nullable, descending }) => {
      const direction = descending ? ' desc' : ''
      return `${sql}${direction}${descending && nullable ? ' nulls last' : ''}`
    })
    .join(', ')
}

/** A value that a row was ordered by, as JSON holds it. */
export type OrderValue = string | number | null

/**
 * What rows are ordered by, to select. They have it from sorting, so that it costs next to nothing; an
 * array built of it would be built for every row that is sorted, however few are wanted.
 */
export function placeSql(columns: readonly OrderColumn[]): string {
  // A moment as text, because a number of milliseconds is less than the database compares by.
  const sqlOf = ({ sql, type }: OrderColumn) => (type === 'timestamptz' ? `(${sql})::text` : sql)
  return columns.map((column, index) => `${sqlOf(column)} as ${placeName(index)}`).join(', ')
}

/** What a row was selected with by `placeSql`. */
export type PlacedRow = Readonly<Record<ReturnType<typeof placeName>, OrderValue>>

/** The name that one of these values is selected by. */
export function placeName(index: number) {
  return `place_${index}` as const
}

/**
 * The condition for rows that come after the one with these values: one value for each column, the
 * last two being rank and id.
 */
export function afterSql(
  columns: readonly OrderColumn[],
  values: readonly OrderValue[],
  params: QueryParams,
): string {
  const sorted = columns.slice(0, -LAST_COLUMNS.length)
  const [rank, id] = values.slice(sorted.length)
  const tie = `(w.rank, w.id) > (${params.bind(rank, 'text')}, ${params.bind(id, 'uuid')})`
  return sorted.reduceRight(
    (rest, column, index) => stepSql(column, values[index] ?? null, { rest, params }),
    tie,
  )
}

/** After in this column, or equal in it and after in the rest. */
function stepSql(
  { sql, type, nullable, descending }: OrderColumn,
  value: OrderValue,
  { rest, params }: { readonly rest: string; readonly params: QueryParams },
): string {
  if (value === null) return `(${sql} is null and ${rest})`
  const bound = params.bind(value, type)
  const isAfter = `${sql} ${descending ? '<' : '>'} ${bound}`
  return `(${isAfter}${nullable ? ` or ${sql} is null` : ''} or (${sql} = ${bound} and ${rest}))`
}
