import type { CustomTypesConfig, PoolClient } from 'pg'
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

/** Reads rows as columns in the order selected. Each different value of a column is read once. */
export async function readColumns(
  client: PoolClient,
  statement: { readonly name?: string; readonly text: string; readonly values: unknown[] },
): Promise<readonly Column[]> {
  const { rows, fields } = await client.query<unknown[]>({
    ...statement,
    rowMode: 'array',
    types: READERS_OF_DIFFERENT,
  })
  return fields.map((_, index) => columnOf(rows.map((row) => row[index])))
}

/** The driver asks once for each column of an answer. */
const READERS_OF_DIFFERENT: CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    const read = readerOf(oid, format) as (text: string) => unknown // As the driver calls it.
    const known = new Map<string, unknown>()
    return (text: string) => {
      if (!known.has(text)) known.set(text, read(text))
      return known.get(text)
    }
  },
}

function columnOf(all: readonly unknown[]): Column {
  const places = new Map<unknown, number>()
  const at: number[] = []
  for (const value of all) {
    const place = places.get(value) ?? places.size
    places.set(value, place)
    if (places.size > all.length * MOSTLY_DIFFERENT) return all
    at.push(place)
  }
  const values = [...places.keys()]
  return values.length > 1 ? { values, at } : values.length === 1 ? { values } : all
}
