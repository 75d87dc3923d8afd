import type { PoolClient } from 'pg'
import { answer } from './answer.ts'
import { readerOf } from './value-readers.ts'

/**
 * The values of one column, row by row: as they are, or, where they repeat, each different one once and
 * for each row its place among them. Without places every row has the one value.
 */
export type Column =
  | readonly unknown[]
  | { readonly values: readonly unknown[]; readonly at?: readonly number[] }

/** From this share of different values on, naming their places saves nothing. */
const MOSTLY_DIFFERENT = 0.5

/** Reads rows as columns in the order selected. Of a column whose values repeat, each different one is read once. */
export async function readColumns(
  client: PoolClient,
  statement: { readonly name?: string; readonly text: string; readonly values: unknown[] },
): Promise<readonly Column[]> {
  const readers: Read[] = []
  const { rows } = await answer(client, {
    ...statement,
    rowMode: 'array',
    types: {
      // The driver asks once for each column of an answer, in their order.
      getTypeParser: (oid, format) => {
        readers.push(readerOf(oid, format) as Read) // As the driver calls it.
        return asText
      },
    },
  })
  const texts = rows as (string | null)[][] // Rows as arrays, of values that `asText` read.
  return readers.map((read, index) =>
    columnOf(texts, { index, read: (text) => (text === null ? null : read(text)) }),
  )
}

type Read = (text: string) => unknown

const asText: Read = (text) => text

function columnOf(
  rows: readonly (readonly (string | null)[])[],
  column: { readonly index: number; readonly read: (text: string | null) => unknown },
): Column {
  const { index, read } = column
  const places = new Map<string | null, number>()
  const at: number[] = []
  let last: string | null | undefined
  let place = 0
  for (const row of rows) {
    const text = row[index] ?? null
    // Most columns are empty or follow in runs, and need not be looked up.
    if (text !== last) {
      place = places.get(text) ?? places.size
      places.set(text, place)
      if (places.size > rows.length * MOSTLY_DIFFERENT) return rows.map((each) => read(each[index] ?? null))
      last = text
    }
    at.push(place)
  }
  const values = Array.from(places.keys(), read)
  return values.length > 1 ? { values, at } : values.length === 1 ? { values } : []
}
