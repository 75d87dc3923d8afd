import { spawn } from 'node:child_process'
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainFault } from '../fault.ts'
import { type ClusterUser, giveTo } from './cluster-user.ts'

/**
 * One database cluster on disk: `pg` with the data and `postgres.log` lie in `home`; `programs` is
 * the folder with `bin/postgres`.
 */
export type ClusterPlace = {
  readonly home: string
  readonly programs: string
  readonly user: ClusterUser | null
  /** False for tests: nothing is forced to disk, so a power failure loses everything. */
  readonly isDurable: boolean
}

/** The user that owns the databases of an embedded cluster. */
export const CLUSTER_OWNER = 'millrace'

const LOG_BYTES_MAX = 10_000_000
/** The builtin provider sorts the same on every system; it came with version 17. */
const LOCALE_SINCE_17 = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** Settings of a server for tests. */
const FORGETFUL = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '64MB',
  max_connections: '200',
}

export function dataDirectoryOf(place: ClusterPlace): string {
  return join(place.home, 'pg')
}

export function logFileOf(place: ClusterPlace): string {
  return join(place.home, 'postgres.log')
}

/** Whether the cluster was made already. */
export async function isInitialised(place: ClusterPlace): Promise<boolean> {
  return await stat(join(dataDirectoryOf(place), 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/** Makes an empty cluster, whole or not at all. */
export async function initCluster(place: ClusterPlace, password: string): Promise<void> {
  const { home, user } = place
  const unfinished = join(home, 'pg.new')
  const passwordFile = join(home, 'pg.password')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  await Promise.all([giveTo(user, unfinished), giveTo(user, passwordFile)])
  try {
    const major = await majorOf(place)
    await runInitdb(place, [
      ...[
        '-D',
        unfinished,
        '-U',
        CLUSTER_OWNER,
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
      ],
      ...(major >= 17 ? LOCALE_SINCE_17 : ['--locale=C.UTF-8']),
      ...(place.isDurable ? [] : ['--no-sync']),
      '--no-instructions',
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, dataDirectoryOf(place))
}

/** The major version of the programs, such as 18. */
export async function majorOf(place: ClusterPlace): Promise<number> {
  const text = await runProgram(place, 'postgres', ['--version'])
  return Number(/(\d+)(?:\.|devel|beta|rc)/.exec(text)?.[1] ?? 0)
}

async function runInitdb(place: ClusterPlace, args: readonly string[]): Promise<void> {
  await runProgram(place, 'initdb', args).catch((error: Error) => {
    throw new PlainFault(`The embedded database could not be made in ${place.home}: ${error.message}`)
  })
}

/** Runs a server program to its end; its output is the answer, or the reason of the failure. */
async function runProgram(place: ClusterPlace, name: string, args: readonly string[]): Promise<string> {
  const child = spawn(join(place.programs, 'bin', name), args, {
    ...spawnOptions(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const text = output.join('').trim()
  if (code === 0) return text
  throw new Error(text.split('\n').slice(-3).join(' ') || `${name} ended with code ${code}`)
}

/**
 * Starts the server process. It outlives us if we are killed; the next start adopts it.
 *
 * @returns its process number
 */
export async function spawnPostmaster(place: ClusterPlace, port: number): Promise<number> {
  const log = await openLog(place)
  try {
    const child = spawn(join(place.programs, 'bin', 'postgres'), postmasterArgs(place, port), {
      ...spawnOptions(place),
      // Own session: Ctrl-C at the terminal reaches us, and we stop the server when we are done with it.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject)
      child.once('spawn', resolve)
    })
    child.unref()
    return child.pid ?? 0
  } finally {
    await log.close()
  }
}

function postmasterArgs(place: ClusterPlace, port: number): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    shared_buffers: '128MB',
    max_connections: '100',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Refused statements are the application's to report; here they would fill the disk, with people's data in them.
    log_min_messages: 'log',
    cluster_name: 'millrace',
    ...(place.isDurable ? {} : FORGETFUL),
  }
  return [
    '-D',
    dataDirectoryOf(place),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

function spawnOptions(place: ClusterPlace) {
  return {
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
  }
}

async function openLog(place: ClusterPlace) {
  const file = logFileOf(place)
  const size = await stat(file).then(
    (info) => info.size,
    () => 0,
  )
  if (size > LOG_BYTES_MAX) await rename(file, `${file}.1`)
  const log = await open(file, 'a', 0o600)
  await chmod(file, 0o600)
  return log
}

/** The end of the server's log, for the reason of a failed start. */
export async function readLogTail(place: ClusterPlace): Promise<readonly string[]> {
  const text = await readFile(logFileOf(place), 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-20)
}
