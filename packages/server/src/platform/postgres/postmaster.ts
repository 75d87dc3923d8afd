import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { codeOf, PlainFault } from '../fault.ts'
import {
  CLUSTER_OWNER,
  type ClusterPlace,
  dataDirectoryOf,
  logFileOf,
  readLogTail,
  spawnPostmaster,
} from './cluster.ts'
import { findFreePort } from './port.ts'

/** A running server process. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly isAdopted: boolean }

const POLL_MS = 20
/** Recovery after a crash replays at most a few checkpoints; a minute is far beyond that on any disk in use. */
const START_MS_MAX = 120_000
const STOP_MS_MAX = 60_000
const PORT_ATTEMPTS = 3
/** The server is starting, recovering or stopping. */
const CANNOT_CONNECT_NOW = '57P03'

/** The address of a database in an embedded cluster. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgres://${CLUSTER_OWNER}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Starts the server of a cluster, or adopts one that survived its last application.
 *
 * @param port preferred port; another is taken when it is busy
 */
export async function startPostmaster(
  place: ClusterPlace,
  port: number,
  password: string,
): Promise<Postmaster> {
  const survivor = await findSurvivor(place)
  if (survivor && (await isOurs(place, survivor, password))) return { ...survivor, isAdopted: true }
  for (let attempt = 1; ; attempt++) {
    const free = await findFreePort(attempt === 1 ? port : 0)
    const started = await tryStart(place, free, password)
    if (started) return started
    const tail = await readLogTail(place)
    const isPortBusy = tail.some((line) => line.includes('could not create any TCP/IP sockets'))
    if (!isPortBusy || attempt === PORT_ATTEMPTS) throw explainStart(place, tail)
  }
}

/** @returns nothing when the process ended before it answered; its log tells why */
async function tryStart(
  place: ClusterPlace,
  port: number,
  password: string,
): Promise<Postmaster | undefined> {
  const pid = await spawnPostmaster(place, port)
  const deadline = Date.now() + START_MS_MAX
  while (isRunning(pid) && Date.now() < deadline) {
    if (await answers(place, port, password)) return { pid, port, isAdopted: false }
    await sleep(POLL_MS)
  }
  await stopPostmaster(pid)
  return undefined
}

/** Stops a server: running statements are cancelled, everything committed is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT the immediate one, from which it recovers.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!sendSignal(pid, signal)) return
    const deadline = Date.now() + STOP_MS_MAX
    while (Date.now() < deadline) {
      if (!isRunning(pid)) return
      await sleep(POLL_MS)
    }
  }
}

/** Whether a process runs; one that ended and was not collected yet does not. */
export function isRunning(pid: number): boolean {
  if (!sendSignal(pid, 0)) return false
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return sendSignal(pid, 0)
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

/** A living server of this cluster, by the file it keeps; the file of a dead one is cleared away. */
async function findSurvivor(
  place: ClusterPlace,
): Promise<{ readonly pid: number; readonly port: number } | undefined> {
  const file = join(dataDirectoryOf(place), 'postmaster.pid')
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  // After a restart of the machine the number may belong to any program.
  if (isRunning(pid) && isPostgres(pid)) return { pid, port: Number(lines[3]) }
  await rm(file, { force: true })
  return undefined
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return true
  }
}

async function isOurs(
  place: ClusterPlace,
  survivor: { pid: number; port: number },
  password: string,
): Promise<boolean> {
  const deadline = Date.now() + START_MS_MAX
  while (isRunning(survivor.pid)) {
    if (await answers(place, survivor.port, password)) return true
    if (Date.now() > deadline) {
      throw new PlainFault(
        `A database server (process ${survivor.pid}) holds ${dataDirectoryOf(place)} and does not answer. Stop it and start again.`,
      )
    }
    await sleep(POLL_MS)
  }
  return false
}

async function answers(place: ClusterPlace, port: number, password: string): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === dataDirectoryOf(place)
  } catch (error) {
    const code = codeOf(error)
    if (code === CANNOT_CONNECT_NOW || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '')
      return false
    throw new PlainFault(
      `The embedded database in ${place.home} does not accept its own password. If database.json was replaced, put it back.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function explainStart(place: ClusterPlace, tail: readonly string[]): PlainFault {
  if (tail.some((line) => /no space left on device/i.test(line))) {
    return new PlainFault(
      `The disk of ${place.home} is full. Free some space, or choose another place with DATA_DIR.`,
    )
  }
  const version = tail.find((line) => line.includes('was initialized by PostgreSQL version'))
  if (version) {
    return new PlainFault(
      `The embedded database in ${place.home} was made by another major version of PostgreSQL. ` +
        'Make a backup with the Millrace that made it, and restore it into an empty DATA_DIR.',
    )
  }
  const reason = tail
    .findLast((line) => /FATAL|PANIC|error while loading/.test(line))
    ?.replace(/^.*?(FATAL|PANIC):\s*/, '')
  return new PlainFault(
    `The embedded database did not start: ${reason ?? 'it ended without a reason'}. Its log is ${logFileOf(place)}.`,
  )
}
