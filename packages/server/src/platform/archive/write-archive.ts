import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { isId } from '@millrace/core/kernel'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { quote } from '../backup/list-tables.ts'
import { txOf } from '../db/client-tx.ts'
import type { Reader } from '../db/transaction.ts'
import { type ZippedFile, zipFiles } from '../zip/index.ts'
import { type ArchivedTable, FORMAT, KIND, MANIFEST_PATH, type Manifest } from './manifest.ts'
import { readSchemaNumber, readShapes, type TableShape } from './table-shapes.ts'

/** A content that belongs into the archive, and where it lies in the store of files. */
export type WantedContent = { readonly path: string; readonly key: string; readonly sizeBytes: number }

/** What an archive tells besides its tables. */
export type Description = Pick<Manifest, 'organisation' | 'journalSeq'> & {
  readonly contents: readonly WantedContent[]
}

/** What to write, and whom to tell how far it is. */
export type ArchiveSource = {
  /**
   * A connection for this alone, that does not gather statements. When the archive breaks off it is in
   * the middle of an answer, and must be closed rather than used again.
   */
  readonly client: ClientBase
  readonly organisationId: string
  /** Asked within the snapshot of the tables. */
  readonly describe: (reader: Reader, organisationId: string) => Promise<Description>
  /** The content of a file; null when it is not there. */
  readonly open: (key: string) => Promise<Readable | null>
  readonly version: string
  readonly signal: AbortSignal
  /** Rows and contents that are written, and how many there are. */
  readonly onProgress: (done: number, total: number) => void
  /** Told what was written once all of it was. */
  readonly onWritten?: (manifest: Manifest) => void
}

/** A table may be of any size, a file that every program can unpack may not: it gets another one. */
const PART_BYTES_MAX = 1_000_000_000
const LARGE_BYTES = 0xffff_0000
const NEWLINE = 10
/** COPY gives lines of JSON as they are, because these two never stand in JSON. */
const AS_LINES = `(format csv, quote e'\\x01', delimiter e'\\x02', encoding 'UTF8')`

type Notes = {
  readonly tables: ArchivedTable[]
  readonly files: Manifest['files']
  readonly missing: string[]
}

/**
 * Everything an organisation has, as one archive: its tables as of one moment, whoever writes meanwhile,
 * then the contents of its files, which never change. Nothing is held in memory but a few pieces.
 */
export function writeArchive(source: ArchiveSource): AsyncGenerator<Uint8Array> {
  return zipFiles(listFiles(source))
}

async function* listFiles(source: ArchiveSource): AsyncGenerator<ZippedFile> {
  const { client, organisationId } = source
  const notes: Notes = { tables: [], files: [], missing: [] }
  await beginSnapshot(client, organisationId)
  const { contents, ...head } = await source.describe(txOf(client), organisationId)
  const schema = await readSchemaNumber(client)
  const shapes = await readShapes(client)
  const total = (await countRows(client, shapes, organisationId)) + contents.length
  let done = 0
  const tick = (count: number) => {
    source.signal.throwIfAborted()
    done += count
    source.onProgress(done, total)
  }
  for (const shape of shapes) yield* tableFiles(source, shape, { notes, tick })
  await client.query('commit')
  for (const content of contents) {
    yield* contentFile(source, content, notes)
    tick(1)
  }
  const manifest: Manifest = {
    kind: KIND,
    format: FORMAT,
    millrace: source.version,
    schema,
    madeAt: new Date().toISOString(),
    ...head,
    ...notes,
  }
  yield { path: MANIFEST_PATH, content: [JSON.stringify(manifest, null, 1)] }
  source.onWritten?.(manifest)
}

async function beginSnapshot(client: ClientBase, organisationId: string): Promise<void> {
  if (!isId(organisationId)) throw new TypeError('not an organisation id')
  await client.query('begin isolation level repeatable read, read only')
  // An archive takes as long as it takes; row-level security shows this organisation and no other.
  await client.query('set local statement_timeout = 0')
  await client.query('set local idle_in_transaction_session_timeout = 0')
  await client.query(`select set_config('app.organisation_id', $1, true)`, [organisationId])
}

async function countRows(
  client: ClientBase,
  shapes: readonly TableShape[],
  organisationId: string,
): Promise<number> {
  const counts = shapes.map(
    ({ table, scope, where }) =>
      `(select count(*) from ${quote(table)} t where t.${scope} = $1${where === undefined ? '' : ` and ${where}`})`,
  )
  const { rows } = await client.query<{ count: string }>(`select (${counts.join(' + ')})::text as count`, [
    organisationId,
  ])
  return Number(rows[0]?.count ?? 0)
}

/** The statement that gives a table's rows as lines of JSON; it takes no parameters, the id was checked. */
function copyOf({ table, scope, columns, order, where }: TableShape, organisationId: string): string {
  const list = (names: readonly string[]) => names.map((name) => `t.${quote(name)}`).join(', ')
  const only = where === undefined ? '' : ` and ${where}`
  return `copy (select row_to_json(x) from (select ${list(columns)} from ${quote(table)} t where t.${scope} = '${organisationId}'${only} order by ${list(order)}) x) to stdout ${AS_LINES}`
}

async function* tableFiles(
  { client, organisationId }: ArchiveSource,
  shape: TableShape,
  { notes, tick }: { readonly notes: Notes; readonly tick: (count: number) => void },
): AsyncGenerator<ZippedFile> {
  const rows = client.query(copyTo(copyOf(shape, organisationId)))[Symbol.asyncIterator]()
  const table: ArchivedTable = { name: shape.table, columns: [...shape.columns], rows: 0, parts: [] }
  let next = await rows.next()
  async function* part(number: number): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256')
    let bytes = 0
    while (!next.done) {
      const piece = next.value as Buffer // The stream of rows is one of bytes.
      hash.update(piece)
      bytes += piece.length
      const count = countLines(piece)
      table.rows += count
      tick(count)
      yield piece
      next = await rows.next()
      if (bytes > PART_BYTES_MAX && piece.at(-1) === NEWLINE) break
    }
    table.parts.push({ path: pathOf(shape.table, number), bytes, sha256: hash.digest('hex') })
  }
  for (let number = 1; number === 1 || !next.done; number++)
    yield { path: pathOf(shape.table, number), content: part(number) }
  notes.tables.push(table)
}

function pathOf(table: string, part: number): string {
  return `tables/${table}${part === 1 ? '' : `.${part}`}.ndjson`
}

function countLines(piece: Buffer): number {
  let count = 0
  for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

async function* contentFile(
  { open }: ArchiveSource,
  { path, key, sizeBytes }: WantedContent,
  notes: Notes,
): AsyncGenerator<ZippedFile> {
  const stream = await open(key)
  if (!stream) {
    notes.missing.push(path)
    return
  }
  let bytes = 0
  async function* counted(content: Readable): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      bytes += (piece as Buffer).length // A stream of bytes gives bytes.
      yield piece as Buffer // As above.
    }
  }
  yield { path, content: counted(stream), isPacked: true, isLarge: sizeBytes >= LARGE_BYTES }
  notes.files.push({ path, bytes })
}
