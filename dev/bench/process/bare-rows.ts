import type { Pool } from 'pg'

/** A row that the product wrote, as text column by column, so that a statement can bind it again. */
export type Sample = ReadonlyMap<string, { readonly type: string; readonly value: string | null }>

/** Which rows of a table. */
export type Where = { readonly where: string; readonly values: readonly unknown[] }

/**
 * Rows that the product wrote, whole: what bare SQL writes like them has the same columns, sizes and index entries,
 * under ids of its own.
 */
export async function samplesOf(
  owner: Pool,
  table: string,
  { where, values }: Where,
): Promise<readonly Sample[]> {
  const { rows: columns } = await owner.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by a.attnum`,
    [table],
  )
  const list = columns.map(({ name }) => `t.${name}::text as ${name}`).join(', ')
  const { rows } = await owner.query<Record<string, string | null>>(
    `select ${list} from ${table} t where ${where}`,
    [...values],
  )
  return rows.map(
    (row) => new Map(columns.map(({ name, type }) => [name, { type, value: row[name] ?? null }])),
  )
}

/** The only row of its kind. */
export async function sampleOf(owner: Pool, table: string, which: Where): Promise<Sample> {
  const [sample] = await samplesOf(owner, table, which)
  if (!sample) throw new Error(`no row of ${table} is to be copied`)
  return sample
}

/** A prepared statement that inserts rows like a sample; it binds what is their own, a list for each column. */
export type InsertLike = (own: Readonly<Record<string, readonly unknown[]>>) => {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** What all rows have in common is bound once, what is their own as arrays. */
export function insertLike(
  name: string,
  table: string,
  of: { sample: Sample; own: readonly string[] },
): InsertLike {
  const { sample, own } = of
  const shared = [...sample].filter(([column]) => !own.includes(column))
  const columns = [...shared.map(([column]) => column), ...own]
  const selected = [
    ...shared.map(([, { type }], place) => `$${place + 1}::${type}`),
    ...own.map((column) => `x.${column}`),
  ]
  const lists = own.map((column, place) => `$${shared.length + place + 1}::${sample.get(column)?.type}[]`)
  const text = `
insert into ${table} (${columns.join(', ')})
select ${selected.join(', ')}
from unnest(${lists.join(', ')}) as x (${own.join(', ')})`
  const constants = shared.map(([, { value }]) => value)
  return (mine) => ({
    name: `bare_${name}`,
    text,
    values: [...constants, ...own.map((column) => mine[column] ?? [])],
  })
}
