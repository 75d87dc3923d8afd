import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack as createPack, type Pack } from 'tar-stream'
import { serverVersion } from '../db/connect.ts'
import { listSequences, listTables, MIGRATION_TABLE, quote, type Table } from './list-tables.ts'
import { FILES_FOLDER, FORMAT, MANIFEST_ENTRY, type Manifest, TABLES_FOLDER } from './manifest.ts'

/** What to back up, and whom to tell how far it is. */
export type BackupOptions = {
  /** A connection of `connect`, for this alone. */
  readonly client: Client
  /** The folder with people's files; null when they are kept in a bucket. */
  readonly filesFolder: string | null
  readonly version: string
  readonly onProgress: (step: string) => void
}

/** A part of a table in memory at a time. */
const PART_BYTES = 4 * 1024 * 1024

/**
 * Writes everything Millrace knows into one archive (tar, gzip), while the server goes on working:
 * all tables as of one moment, then the files, which are never changed once written.
 *
 * @param file is replaced when the backup is whole, and not touched before
 */
export async function writeBackup(file: string, options: BackupOptions): Promise<Manifest> {
  const unfinished = `${file}.unfinished`
  const pack = createPack()
  try {
    const written = pipeline(pack, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    // Awaited below; until then a failure of the disk ends the other side.
    const [manifest] = await Promise.all([
      fill(pack, options).catch((error: Error) => {
        pack.destroy(error)
        throw error
      }),
      written,
    ])
    await rename(unfinished, file)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function fill(pack: Pack, options: BackupOptions): Promise<Manifest> {
  const { client, onProgress } = options
  await client.query('begin isolation level repeatable read, read only')
  const migrations = await readMigrationsDone(client)
  const tables: Manifest['tables'] = []
  const all = await listTables(client)
  for (const [index, table] of all.entries()) {
    onProgress(`table ${index + 1} of ${all.length}: ${table.name}`)
    tables.push(await addTable(pack, client, table))
  }
  const sequences = await readSequences(client)
  const postgres = (await serverVersion(client)).text
  await client.query('commit')
  const files = options.filesFolder === null ? null : await addFiles(pack, options.filesFolder, onProgress)
  const manifest: Manifest = {
    format: FORMAT,
    millrace: options.version,
    postgres,
    madeAt: new Date().toISOString(),
    migrations,
    tables,
    sequences,
    files,
  }
  await addEntry(pack, MANIFEST_ENTRY, Buffer.from(JSON.stringify(manifest, null, 2)))
  pack.finalize()
  return manifest
}

async function readMigrationsDone(client: Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query<Manifest['migrations'][number]>(`
select number, name, checksum
from ${MIGRATION_TABLE}
order by number
limit 10000`)
  return rows
}

/** Copies one table in parts, because an entry of a tar archive tells its size first. */
async function addTable(pack: Pack, client: Client, table: Table): Promise<Manifest['tables'][number]> {
  const columns = table.columns.map(quote).join(', ')
  // The form with a query also reads partitioned tables and respects the maintenance policy.
  const stream = client.query(
    copyTo(`copy (select ${columns} from ${quote(table.name)}) to stdout (encoding 'UTF8')`),
  )
  const hash = createHash('sha256')
  let [parts, bytes, held] = [0, 0, 0]
  let chunks: Buffer[] = []
  async function flush(): Promise<void> {
    parts += 1
    await addEntry(
      pack,
      `${TABLES_FOLDER}${table.name}/${String(parts).padStart(6, '0')}`,
      Buffer.concat(chunks),
    )
    chunks = []
    held = 0
  }
  for await (const chunk of stream) {
    // The stream of rows is one of bytes.
    const data = chunk as Buffer
    hash.update(data)
    bytes += data.length
    held += data.length
    chunks.push(data)
    if (held >= PART_BYTES) await flush()
  }
  if (held > 0) await flush()
  return {
    name: table.name,
    columns: [...table.columns],
    rows: stream.rowCount,
    bytes,
    sha256: hash.digest('hex'),
  }
}

async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const names = await listSequences(client)
  if (names.length === 0) return []
  const parts = names.map((name) => `select '${name}' as name, last_value, is_called from ${quote(name)}`)
  const { rows } = await client.query<{ name: string; last_value: string; is_called: boolean }>(
    parts.join(' union all '),
  )
  return rows.map((row) => ({ name: row.name, value: Number(row.last_value), isCalled: row.is_called }))
}

async function addFiles(
  pack: Pack,
  folder: string,
  onProgress: (step: string) => void,
): Promise<Manifest['files']> {
  const paths = await listFiles(folder)
  const files: NonNullable<Manifest['files']> = []
  for (const [index, path] of paths.entries()) {
    onProgress(`file ${index + 1} of ${paths.length}`)
    const { size } = await stat(join(folder, path)).catch(() => ({ size: null }))
    // Removed for good while the backup ran.
    if (size === null) continue
    files.push(await addFile(pack, folder, { path, size }))
  }
  return files
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

async function addFile(
  pack: Pack,
  folder: string,
  { path, size }: { readonly path: string; readonly size: number },
): Promise<NonNullable<Manifest['files']>[number]> {
  const entry = pack.entry({ name: `${FILES_FOLDER}${path}`, size })
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, path))) {
    // A file opened without an encoding gives bytes.
    hash.update(chunk as Buffer)
    if (!entry.write(chunk)) await once(entry, 'drain')
  }
  entry.end(null)
  await once(entry, 'finish')
  return { path, bytes: size, sha256: hash.digest('hex') }
}

function addEntry(pack: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()))
  })
}
