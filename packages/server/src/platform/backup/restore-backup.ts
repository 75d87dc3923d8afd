import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { prepareApplicationRole } from '../db/application-role.ts'
import type { Migration } from '../db/migration-files.ts'
import { PlainFault } from '../fault.ts'
import { findUsedTable, quote } from './list-tables.ts'
import type { Manifest } from './manifest.ts'
import { type ArchiveEntry, readArchive, verifyArchive } from './read-archive.ts'
import { buildSchema, clearSchema, migrationsOf, raiseScaffold } from './restore-schema.ts'

/** Where to restore to, and whom to tell how far it is. */
export type RestoreOptions = {
  /** A connection of `connect`, for this alone. */
  readonly client: Client
  /** The folder for people's files; null when they are kept in a bucket. */
  readonly filesFolder: string | null
  readonly migrations: readonly Migration[]
  /** What to do with a database that holds something already. */
  readonly ifUsed: 'refuse' | 'replace'
  readonly onProgress: (step: string) => void
}

/**
 * Puts a backup back: checks the whole archive, then builds the schema it was made with and loads it
 * in one transaction. Until that commits, database and files are as they were. Migrations that are
 * newer than the backup are left to `migrate`.
 *
 * @throws PlainFault when the archive is damaged or newer, or the database holds something
 */
export async function restoreBackup(file: string, options: RestoreOptions): Promise<Manifest> {
  const manifest = await verifyArchive(file, options.onProgress)
  const migrations = migrationsOf(manifest, options.migrations)
  const { client, filesFolder } = options
  const used = await findUsedTable(client)
  if (used !== undefined && options.ifUsed === 'refuse') {
    throw new PlainFault(
      `The database holds something already (in the table ${used}). Restore into an empty one, or replace everything with --force.`,
    )
  }
  const incoming = filesFolder === null ? null : `${filesFolder}.incoming`
  try {
    await client.query('begin')
    await clearSchema(client)
    await buildSchema(client, migrations)
    await prepareApplicationRole(client)
    const scaffold = await raiseScaffold(client)
    await load(file, manifest, { ...options, incoming })
    options.onProgress('checking references')
    await scaffold.remove()
    await setSequences(client, manifest)
    await commitWithFiles(client, { filesFolder, incoming: manifest.files === null ? null : incoming })
    return manifest
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    if (incoming) await rm(incoming, { recursive: true, force: true })
  }
}

async function load(
  file: string,
  manifest: Manifest,
  options: RestoreOptions & { readonly incoming: string | null },
): Promise<void> {
  const { incoming, onProgress } = options
  if (incoming) {
    await rm(incoming, { recursive: true, force: true })
    await mkdir(incoming, { recursive: true, mode: 0o700 })
  }
  const loader = createLoader(options.client, manifest)
  let done = 0
  for await (const entry of readArchive(file)) {
    if (entry.kind === 'file' && incoming) {
      done += 1
      onProgress(`file ${done} of ${manifest.files?.length ?? 0}`)
      await writeIncoming(incoming, entry)
    } else if (entry.kind === 'table') {
      const index = manifest.tables.findIndex(({ name }) => name === entry.name)
      onProgress(`table ${index + 1} of ${manifest.tables.length}: ${entry.name}`)
      await loader.add(entry)
    } else {
      entry.content.resume()
    }
  }
  await loader.end()
}

/** Feeds the parts of a table to one COPY, because a part may end in the middle of a row. */
function createLoader(client: Client, manifest: Manifest) {
  let open: {
    readonly name: string
    readonly stream: ReturnType<typeof copyFrom>
    readonly done: Promise<void>
  } | null = null

  async function end(): Promise<void> {
    if (!open) return
    open.stream.end()
    await open.done
    const expected = manifest.tables.find(({ name }) => name === open?.name)?.rows
    if (open.stream.rowCount !== expected)
      throw new Error(`${open.name}: ${open.stream.rowCount} of ${expected} rows came in`)
    open = null
  }

  return {
    end,
    add: async ({ name, content }: Extract<ArchiveEntry, { kind: 'table' }>): Promise<void> => {
      if (open?.name !== name) {
        await end()
        const columns = manifest.tables.find((table) => table.name === name)?.columns ?? []
        const statement = `copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin (encoding 'UTF8')`
        const stream = client.query(copyFrom(statement))
        const done = new Promise<void>((resolve, reject) => {
          stream.once('finish', resolve)
          stream.once('error', reject)
        })
        done.catch(() => {})
        open = { name, stream, done }
      }
      await pipeline(content, open.stream, { end: false })
    },
  }
}

async function writeIncoming(folder: string, entry: Extract<ArchiveEntry, { kind: 'file' }>): Promise<void> {
  const target = join(folder, entry.path)
  // The list of contents was checked, but not where its paths lead.
  if (!target.startsWith(`${folder}/`))
    throw new PlainFault(`The backup names a file outside its folder: ${entry.path}. Nothing was changed.`)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await pipeline(entry.content, createWriteStream(target, { mode: 0o600, flush: true }))
}

async function setSequences(client: Client, manifest: Manifest): Promise<void> {
  for (const { name, value, isCalled } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [quote(name), value, isCalled])
  }
}

/** The files change places just before the commit, and back if it fails. */
async function commitWithFiles(
  client: Client,
  { filesFolder, incoming }: { readonly filesFolder: string | null; readonly incoming: string | null },
): Promise<void> {
  if (filesFolder === null || incoming === null) {
    await client.query('commit')
    return
  }
  const outgoing = `${filesFolder}.outgoing`
  await rm(outgoing, { recursive: true, force: true })
  const hadFiles = await rename(filesFolder, outgoing).then(
    () => true,
    () => false,
  )
  await rename(incoming, filesFolder)
  try {
    await client.query('commit')
  } catch (error) {
    await rename(filesFolder, incoming)
    if (hadFiles) await rename(outgoing, filesFolder)
    throw error
  }
  await rm(outgoing, { recursive: true, force: true })
}
