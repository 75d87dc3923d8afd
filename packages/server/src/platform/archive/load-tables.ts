import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { quote } from '../backup/list-tables.ts'
import { codeOf, messageOf, PlainFault } from '../fault.ts'
import { checkedLines } from './checked-lines.ts'
import type { ArchivedTable } from './manifest.ts'
import { type Archive, damaged } from './open-archive.ts'
import { readShapes, type TableShape } from './table-shapes.ts'

/** Where rows go: a transaction of this connection that has begun. */
export type LoadTarget = {
  readonly client: Client
  /** By which the organisation is called here. */
  readonly slug: string
  readonly onProgress: (step: string) => void
}

/** Whether somebody could sign in. */
export type ArchivedMember = { readonly person_id: string; readonly email_vouched: boolean }

/** The temporary table that lines come into first. */
const INCOMING = 'incoming'
/** Lines of JSON as they are; see the writer. */
const AS_LINES = `(format csv, quote e'\\x01', delimiter e'\\x02', encoding 'UTF8')`
/** Integrity violations and bad values (PostgreSQL, Appendix A): the fault is in the archive. */
const IN_THE_ROWS = /^(?:22|23|54)/

/**
 * Puts the rows of an archive into their tables. Every row gets the organisation of the manifest, whatever
 * it says itself; together with keys that begin with it, no row can be or name one of another organisation.
 *
 * @returns who could sign in
 * @throws PlainFault when something in the archive does not fit; the transaction is lost then
 */
export async function loadTables(archive: Archive, target: LoadTarget): Promise<readonly ArchivedMember[]> {
  const shapes = await readShapes(target.client)
  const { manifest, file } = archive
  const strange = manifest.tables.find(({ name }) => !shapes.some(({ table }) => table === name))
  if (strange) throw damaged(file, `it has a table ${strange.name}, which Millrace does not know`)
  await target.client.query('create temporary table incoming (line json not null) on commit drop')
  let members: readonly ArchivedMember[] = []
  for (const [index, shape] of shapes.entries()) {
    const table = manifest.tables.find(({ name }) => name === shape.table)
    if (!table) continue
    target.onProgress(`table ${index + 1} of ${shapes.length}: ${shape.table}`)
    checkColumns(archive, shape, table)
    await takeIn(archive, target, table).catch((error: unknown) => {
      throw explainRows(file, table.name, error)
    })
    if (shape.table === 'auth_member') members = await readMembers(target.client, quote(INCOMING))
    else await moveRows(archive, target, { shape, table })
  }
  return members
}

function checkColumns({ file }: Archive, shape: TableShape, table: ArchivedTable): void {
  const strange = table.columns.find((column) => !shape.columns.includes(column))
  if (strange === undefined) return
  throw damaged(file, `the table ${table.name} has a column ${strange}, which Millrace does not know`)
}

/** Looks at every line of a table and takes it in, not yet into the table itself. */
async function takeIn(archive: Archive, { client, slug }: LoadTarget, table: ArchivedTable): Promise<void> {
  await client.query('truncate incoming')
  const fault = (what: string) => damaged(archive.file, `${what} (table ${table.name})`)
  const lines = checkedLines(archive.table(table), { columns: new Set(table.columns), fault })
  const copy = client.query(copyFrom(`copy incoming (line) from stdin ${AS_LINES}`))
  await pipeline(Readable.from(table.name === 'organisation' ? renamed(lines, slug) : lines), copy)
  if (copy.rowCount !== table.rows) throw fault(`it has ${copy.rowCount} rows instead of ${table.rows}`)
}

/** The one row of the organisation, by the name it gets here. */
async function* renamed(lines: AsyncIterable<Buffer>, slug: string): AsyncGenerator<Buffer> {
  for await (const line of lines) {
    const row = JSON.parse(line.toString()) as object // It was looked at before.
    yield Buffer.from(`${JSON.stringify({ ...row, slug })}\n`)
  }
}

async function moveRows(
  { file, manifest }: Archive,
  { client }: LoadTarget,
  { shape, table }: { readonly shape: TableShape; readonly table: ArchivedTable },
): Promise<void> {
  const name = quote(shape.table)
  const isJob = shape.table === 'job'
  // A job has an id of the whole installation, and one that waits here already is not asked for twice.
  const into = [shape.scope, ...(isJob ? ['id'] : []), ...table.columns].map(quote).join(', ')
  const given = [
    '$1',
    ...(isJob ? ['gen_random_uuid()'] : []),
    ...table.columns.map((one) => `t.${quote(one)}`),
  ]
  const attempts = shape.where?.replaceAll('t.attempts < t.max_attempts', 'true')
  const statement = `
insert into ${name} (${into})
select ${given.join(', ')}
from ${quote(INCOMING)} i
cross join lateral json_populate_record(null::${name}, i.line) t
${attempts === undefined ? '' : `where ${attempts}`}
${isJob ? 'on conflict (unique_key) do nothing' : ''}`
  const { rowCount } = await client.query(statement, [manifest.organisation.id]).catch((error: unknown) => {
    throw explainRows(file, shape.table, error)
  })
  if (!isJob && rowCount !== table.rows) throw new Error(`${shape.table}: ${rowCount} of ${table.rows} rows`)
}

async function readMembers(client: Client, incoming: string): Promise<readonly ArchivedMember[]> {
  const { rows } = await client.query<ArchivedMember>(`
select t.person_id, coalesce(t.email_vouched, false) as email_vouched
from ${incoming} i
cross join lateral json_populate_record(null::auth_member, i.line) t
where t.person_id is not null
order by t.person_id`)
  return rows
}

function explainRows(file: string, table: string, error: unknown): unknown {
  if (!IN_THE_ROWS.test(codeOf(error))) return error
  return new PlainFault(
    `The archive ${file} holds rows that cannot be: table ${table}, ${messageOf(error)}. Nothing was changed.`,
    { cause: error },
  )
}
