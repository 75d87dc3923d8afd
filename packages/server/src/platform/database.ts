import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client, Pool } from 'pg'
import type { Config } from './config.ts'
import { placeOf, withConnection } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { readMigrations } from './db/migration-files.ts'
import { createLibraryPool, createOwnerPool, createPool } from './db/pool.ts'
import { PlainFault } from './fault.ts'
import { explainFileFault } from './file-fault.ts'
import { clusterUserOf } from './postgres/cluster-user.ts'
import { type Embedded, joinEmbedded, openEmbedded } from './postgres/embedded.ts'
import { makeHome } from './postgres/home.ts'

/** A database that can be reached; its schema may be of any age. */
export type Database = {
  /** For connections as the owner of the schema. */
  readonly url: string
  /** Where it is, for people and without the password. */
  readonly place: string
  readonly close: () => Promise<void>
}

/** Pools on a database whose schema is up to date. */
export type Pools = {
  /** Acts as the application's role: row-level security applies. */
  readonly pool: Pool
  /** The same with the driver's own value types, for a library that expects them. */
  readonly libraryPool: Pool
  /** The owner of the schema, for upkeep. */
  readonly ownerPool: Pool
  readonly close: () => Promise<void>
}

type OnNotice = (sentence: string) => void

/** Less is used up by the first checkpoint. */
const FREE_BYTES_MIN = 64_000_000

/**
 * Opens the database for a server: the one of DATABASE_URL, or the embedded one, which is started
 * and belongs to this process until it is closed.
 *
 * @throws PlainFault when it cannot be reached, or another server runs on the data directory
 */
export async function openDatabase(config: Config, onNotice: OnNotice): Promise<Database> {
  await checkDataDirectory(config.dataDir)
  if (config.databaseUrl !== null) return await openExternal(config.databaseUrl)
  return describe(await openEmbedded({ dataDir: config.dataDir, searchPath: config.searchPath, onNotice }))
}

/** Opens the database for a command, beside a running server or without one. */
export async function joinDatabase(config: Config, onNotice: OnNotice): Promise<Database> {
  if (config.databaseUrl !== null) return await openExternal(config.databaseUrl)
  return describe(await joinEmbedded({ dataDir: config.dataDir, searchPath: config.searchPath, onNotice }))
}

/**
 * Opens the database for a command that nobody else may be beside.
 *
 * @throws PlainFault while a server runs on it
 */
export async function takeDatabase(config: Config, onNotice: OnNotice): Promise<Database> {
  const database = await openDatabase(config, onNotice)
  const others = await withConnection(database.url, countOthers)
  if (others === 0) return database
  await database.close()
  throw new PlainFault(`Millrace is at work in ${database.place} (${others} connections). Stop it first.`)
}

async function countOthers(client: Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(`
select count(*)::integer as others
from pg_stat_activity a
where a.datname = current_database()
  and a.application_name = 'millrace'
  and a.pid <> pg_backend_pid()`)
  return rows[0]?.others ?? 0
}

async function openExternal(url: string): Promise<Database> {
  await withConnection(url, async () => {})
  return { url, place: placeOf(url), close: async () => {} }
}

function describe(embedded: Embedded): Database {
  return { url: embedded.url, place: `the embedded database in ${embedded.home}`, close: embedded.close }
}

/**
 * Makes the data directory, and finds out whether it can be written to, before anything depends on it.
 *
 * @throws PlainFault when it is read-only, not ours, or its disk is nearly full
 */
export async function checkDataDirectory(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.probe.${process.pid}`)
  try {
    await makeHome(dataDir, await clusterUserOf(dataDir))
    await writeFile(probe, '')
  } catch (error) {
    throw explainFileFault(dataDir, error)
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize >= FREE_BYTES_MIN) return
  throw new PlainFault(
    `The disk of ${dataDir} has ${Math.floor((bavail * bsize) / 1e6)} MB left; Millrace needs ${FREE_BYTES_MIN / 1e6} MB to start. Free some space, or choose another place with DATA_DIR.`,
  )
}

/**
 * Brings the schema up to date and opens the pools.
 *
 * @param onNotice told when there are schema changes to make, and of lost connections
 */
export async function preparePools(database: Database, config: Config, onNotice: OnNotice): Promise<Pools> {
  const migrations = await readMigrations()
  const { role } = await withConnection(database.url, (client) =>
    migrate(client, migrations, ({ name }, { index, count }) => {
      if (index === 0) onNotice(`The database gets ${count} schema changes, from ${name} on.`)
    }),
  )
  const connectionString = database.url
  let isClosing = false
  const onFault = (error: Error) => {
    if (!isClosing) onNotice(`A database connection was lost: ${error.message}`)
  }
  const pool = createPool({ connectionString, role, max: config.databasePool, onFault })
  const libraryPool = createLibraryPool({ connectionString, role, max: 4, onFault })
  const ownerPool = createOwnerPool({ connectionString, max: 2, onFault })
  return {
    pool,
    libraryPool,
    ownerPool,
    close: async () => {
      isClosing = true
      await Promise.all([pool.end(), libraryPool.end(), ownerPool.end()])
    },
  }
}
