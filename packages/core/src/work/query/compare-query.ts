import type { WorkItem } from '../work-item.ts'
import type { BoundQuery, SortSource } from './bound-query.ts'
import { compareText, unitOrdered } from './fold.ts'
import { besidesOf, compareScalars } from './match-query.ts'
import { type Besides, type ScalarReader, scalarReader } from './property-reader.ts'
import { statePlaceKey } from './query-catalogue.ts'

type Comparator = (a: WorkItem, b: WorkItem) => number

/**
 * The order of a query as a comparison of two items: field by field, items without a value last in
 * both directions, then by rank, then by id. Never zero for two different items.
 *
 * @returns the same order as the SQL that the server makes of the query
 */
export function compareBy(query: BoundQuery, context: Partial<Besides> = {}): Comparator {
  const columns = columnsOf(query, context)
  return (a, b) => {
    for (const { read, descending } of columns) {
      const difference = compareValues(read(a), read(b), descending)
      if (difference !== 0) return difference
    }
    return compareText(a.rank, b.rank) || compareText(a.id, b.id)
  }
}

/** The items in the order of a query, as `compareBy` compares them but reading each value once. */
export function sortItems(
  query: BoundQuery,
  items: readonly WorkItem[],
  context: Partial<Besides> = {},
): readonly WorkItem[] {
  const columns = columnsOf(query, context)
  const rows = items.map((item) => ({ item, keys: columns.map(({ read }) => keyOf(read(item))) }))
  rows.sort((a, b) => {
    for (let i = 0; i < columns.length; i++) {
      const difference = compareKeys(a.keys[i] ?? null, b.keys[i] ?? null, columns[i]?.descending === true)
      if (difference !== 0) return difference
    }
    return compareText(a.item.rank, b.item.rank) || compareText(a.item.id, b.item.id)
  })
  return rows.map(({ item }) => item)
}

/** A value that the language's own `<` puts in order. */
function keyOf(value: string | number | null): string | number | null {
  return typeof value === 'string' ? unitOrdered(value) : value
}

function compareKeys(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (a === b) return 0
  return a < b === descending ? 1 : -1
}

type SortColumn = { readonly read: ScalarReader; readonly descending: boolean }

function columnsOf({ order }: BoundQuery, context: Partial<Besides>): readonly SortColumn[] {
  const besides = besidesOf(context)
  return order.flatMap(({ source, descending }) =>
    readersOf(source, besides).map((read) => ({ read, descending })),
  )
}

function compareValues(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const difference = compareScalars(a, b)
  return descending ? -difference : difference
}

function readersOf(source: SortSource, besides: Besides): readonly ScalarReader[] {
  switch (source.kind) {
    case 'key':
      return [({ key }) => keyLetters(key), ({ key }) => key.length, ({ key }) => key]
    case 'property':
      return [sortReader(scalarReader(source.property, besides))]
    case 'placed': {
      const { property, places } = source
      if (property.type === 'state') return [(item) => places.get(statePlaceKey(item)) ?? null]
      const read = scalarReader(property, besides)
      return [
        (item) => {
          const value = read(item)
          return value === null ? null : (places.get(String(value)) ?? null)
        },
      ]
    }
  }
}

/** Texts are sorted by so many characters, so that a cursor, which carries the values, stays short. */
export const SORTED_LENGTH = 100

function sortReader(read: ScalarReader): ScalarReader {
  return (item) => {
    const value = read(item)
    // A character has two units at most, so that this cuts no character that counts.
    const isLong = typeof value === 'string' && value.length > SORTED_LENGTH
    return isLong ? [...value.slice(0, 2 * SORTED_LENGTH)].slice(0, SORTED_LENGTH).join('') : value
  }
}

const LAST_DIGITS = /[0-9]+$/

/** The key without the number at its end. Of two keys with the same letters the longer has the larger number. */
function keyLetters(key: string): string {
  return key.replace(LAST_DIGITS, '')
}
