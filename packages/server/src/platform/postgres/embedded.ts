import { join } from 'node:path'
import { withConnection } from '../db/connect.ts'
import { messageOf, PlainFault } from '../fault.ts'
import { explainFileFault } from '../file-fault.ts'
import { findBinaries, installBinaries } from './binaries.ts'
import { type ClusterPlace, initCluster, isInitialised } from './cluster.ts'
import { clusterUser, clusterUserOf } from './cluster-user.ts'
import { chooseHome, type DatabaseRecord, makeHome, newPassword, readRecord, writeRecord } from './home.ts'
import { findInstance, takeInstanceLock } from './instance-lock.ts'
import { isRunning, type Postmaster, startPostmaster, stopPostmaster, urlOf } from './postmaster.ts'

/** An embedded database that runs. */
export type Embedded = {
  /** For connections as the owner of the schema. */
  readonly url: string
  /** Where data and log lie. */
  readonly home: string
  /** Stops the server, unless another process of Millrace runs it. */
  readonly close: () => Promise<void>
}

/** Where to run, and whom to tell about what takes long or went wrong. */
export type EmbeddedOptions = {
  readonly dataDir: string
  /** Folders to look for a PostgreSQL in, when none came with Millrace. */
  readonly searchPath: string
  readonly onNotice: (sentence: string) => void
}

const DATABASE = 'millrace'
const WATCH_MS = 1_000
const SLOW_MS = 2_000

/**
 * Starts the database of a data directory and keeps it running.
 *
 * @throws PlainFault when another process runs on this directory, or the disk refuses
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir } = options
  try {
    await makeHome(dataDir, await clusterUserOf(dataDir))
    const lock = await takeInstanceLock(dataDir)
    if ('heldBy' in lock) {
      throw new PlainFault(
        `Millrace is already running on ${dataDir} (process ${lock.heldBy}). Stop it first, or choose another place with DATA_DIR.`,
      )
    }
    try {
      return await run(options, lock.release)
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw explainFileFault(dataDir, error)
  }
}

/**
 * Joins the database of a data directory that a running server keeps, or starts it for a while.
 * For commands such as the backup, which work beside the server and without it.
 */
export async function joinEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const isServed = (await findInstance(options.dataDir)) !== undefined
  const record = isServed ? await readRecord(options.dataDir) : undefined
  if (!record) return await openEmbedded(options)
  const url = urlOf(record.port, record.password, DATABASE)
  return { url, home: record.home, close: async () => {} }
}

async function run(options: EmbeddedOptions, release: () => Promise<void>): Promise<Embedded> {
  const { dataDir, onNotice } = options
  const record = (await readRecord(dataDir)) ?? (await makeRecord(options))
  await makeHome(record.home, await clusterUserOf(record.home))
  const { place, postmaster } = await saySlow('Starting the database …', onNotice, () =>
    launch(options, record),
  )
  if (postmaster.isAdopted) onNotice('The embedded database survived the last run and is used again.')
  await writeRecord(dataDir, { ...record, port: postmaster.port })
  await createDatabase(urlOf(postmaster.port, record.password, 'postgres'))
  const stop = keepRunning(place, { ...record, port: postmaster.port }, { postmaster, onNotice })
  return {
    url: urlOf(postmaster.port, record.password, DATABASE),
    home: record.home,
    close: async () => {
      await stop()
      await release()
    },
  }
}

async function launch(options: EmbeddedOptions, { home, port, password }: DatabaseRecord) {
  const programs = await installBinaries(findBinaries(options.searchPath), home)
  const place: ClusterPlace = { home, programs, user: await clusterUserOf(home), isDurable: true }
  if (!(await isInitialised(place))) await initCluster(place, password)
  return { place, postmaster: await startPostmaster(place, port, password) }
}

/** Nobody shall wonder for longer than two seconds what is going on. */
async function saySlow<Value>(
  sentence: string,
  onNotice: (sentence: string) => void,
  work: () => Promise<Value>,
): Promise<Value> {
  const timer = setTimeout(() => onNotice(sentence), SLOW_MS)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}

async function makeRecord(options: EmbeddedOptions): Promise<DatabaseRecord> {
  const { dataDir, onNotice } = options
  const { home, closedDoor } = await chooseHome(dataDir, clusterUser())
  if (closedDoor !== undefined) {
    onNotice(
      `The database runs as the user nobody, who may not enter ${closedDoor}; its files are kept in ${home}, everything else in ${dataDir}.`,
    )
  }
  const record = { home, port: 0, password: newPassword() }
  // Written before the cluster exists, so that the password of a cluster is never lost.
  await writeRecord(dataDir, record)
  return record
}

async function createDatabase(url: string): Promise<void> {
  await withConnection(url, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rows.length === 0) await client.query(`create database ${DATABASE}`)
  })
}

/** Starts the server again when it ends by itself, as it does when the disk was full. */
function keepRunning(
  place: ClusterPlace,
  record: DatabaseRecord,
  first: { readonly postmaster: Postmaster; readonly onNotice: (sentence: string) => void },
): () => Promise<void> {
  let { pid } = first.postmaster
  let isStopping = false
  let restart: Promise<void> | null = null

  async function startAgain(): Promise<void> {
    first.onNotice(
      `The embedded database ended by itself and is started again; its log is ${join(place.home, 'postgres.log')}.`,
    )
    try {
      const again = await startPostmaster(place, record.port, record.password)
      pid = again.pid
      if (again.port !== record.port)
        throw new PlainFault(
          `Port ${record.port} of the embedded database was taken meanwhile; restart Millrace.`,
        )
    } catch (error) {
      first.onNotice(messageOf(error))
    }
  }

  const timer = setInterval(() => {
    if (isStopping || restart || isRunning(pid)) return
    restart = startAgain().finally(() => {
      restart = null
    })
  }, WATCH_MS)
  timer.unref()

  return async () => {
    isStopping = true
    clearInterval(timer)
    await restart
    await stopPostmaster(pid)
  }
}
