import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, stat, statfs } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTestSettings } from '../config.ts'
import { withConnection } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { checksumOf, MIGRATIONS, readMigrations } from '../db/migration-files.ts'
import { findBinaries, installBinaries } from '../postgres/binaries.ts'
import { initCluster } from '../postgres/cluster.ts'
import { clusterUser, findClosedDoor } from '../postgres/cluster-user.ts'
import { startPostmaster, stopPostmaster, urlOf } from '../postgres/postmaster.ts'

const FAST_BYTES_MIN = 1_500_000_000

/** A migrated database to copy, and the role that the application acts as in its copies. */
export type Template = {
  readonly url: string
  readonly database: string
  readonly role: string | null
  readonly run: string
}

/** A database server for one run of tests. */
export type TestServer = {
  /** The migrated template; it is built at the first call and again when migrations change. */
  readonly template: () => Promise<Template>
  readonly close: () => Promise<void>
}

/**
 * Gives a run of tests its server: the given one, or an embedded one of its own that forgets
 * everything at the end and also ends when this process is killed.
 *
 * @param externalUrl a server whose user may create databases; it gets databases named `millrace_<run>_…`
 */
export async function openTestServer(externalUrl: string | undefined): Promise<TestServer> {
  const run = `millrace_${randomBytes(4).toString('hex')}`
  const server = externalUrl ? { url: externalUrl, close: async () => {} } : await startTemporary()
  const templates = new Map<string, Promise<Template>>()

  async function template(): Promise<Template> {
    const migrations = await readMigrations(MIGRATIONS)
    const checksum = checksumOf(migrations)
    const known = templates.get(checksum) ?? build(checksum.slice(0, 12), migrations)
    templates.set(checksum, known)
    return await known
  }

  async function build(
    suffix: string,
    migrations: Awaited<ReturnType<typeof readMigrations>>,
  ): Promise<Template> {
    const database = `${run}_template_${suffix}`
    await withConnection(server.url, (client) =>
      client.query(`create database ${database} template template0`),
    )
    const url = databaseUrl(server.url, database)
    const { role } = await withConnection(url, (client) => migrate(client, migrations))
    return { url: server.url, database, role, run }
  }

  return {
    template,
    close: async () => {
      if (externalUrl) await dropAll(server.url, run)
      await server.close()
    },
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function startTemporary(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const user = clusterUser()
  const home = await mkdtemp(join(await fastFolder(), 'millrace-test-'))
  await chmod(home, 0o711)
  const place = { home, programs: await installShared(), user, isDurable: false }
  const password = randomBytes(8).toString('hex')
  await initCluster(place, password)
  const { pid, port } = await startPostmaster(place, 0, password)
  const stopGuard = guard(pid, home)
  return {
    url: urlOf(port, password, 'postgres'),
    close: async () => {
      await stopPostmaster(pid)
      await rm(home, { recursive: true, force: true })
      stopGuard()
    },
  }
}

/**
 * Memory where the system offers enough of it: a copy of the template is some 700 files, which take
 * 30 ms there and 300 ms to 800 ms on a disk.
 */
async function fastFolder(): Promise<string> {
  const memory = '/dev/shm'
  const free = await statfs(memory).then(
    (info) => info.bavail * info.bsize,
    () => 0,
  )
  return readTestSettings().temporaryFolder === undefined && free >= FAST_BYTES_MIN ? memory : tmpdir()
}

/** The programs are copied once per machine and version, not once per run. */
async function installShared(): Promise<string> {
  const user = clusterUser()
  const shared = join(tmpdir(), `millrace-programs-${process.getuid?.() ?? 'all'}`)
  await mkdir(shared, { recursive: true, mode: 0o755 })
  const { uid } = await stat(shared)
  const isForeign = process.getuid !== undefined && uid !== process.getuid()
  const closedDoor = await findClosedDoor(user, shared)
  if (isForeign || closedDoor !== undefined)
    throw new Error(`tests cannot run programs from ${closedDoor ?? shared}`)
  return await installBinaries(findBinaries(readTestSettings().searchPath), shared)
}

/** A shell that waits for the end of this process, however it comes, and then ends the server. */
function guard(pid: number, home: string): () => void {
  if (process.platform === 'win32') return () => {}
  const script = 'cat >/dev/null; kill -QUIT "$1" 2>/dev/null && sleep 1; rm -rf "$2"'
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(pid), home], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  // A pipe to a child is a socket, which would keep this process waiting.
  if (shell.stdin instanceof Socket) shell.stdin.unref()
  return () => {
    shell.kill('SIGKILL')
  }
}

async function dropAll(url: string, run: string): Promise<void> {
  await withConnection(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like $1 order by datname limit 10000`,
      [`${run}\\_%`],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  })
}
