import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findOrphans } from '../features/files/index.ts'
import type { Config } from '../platform/config.ts'
import { checkDataDirectory, type Database } from '../platform/database.ts'
import { serverVersion, withConnection } from '../platform/db/connect.ts'
import { listPending } from '../platform/db/migrate.ts'
import { readMigrations } from '../platform/db/migration-files.ts'
import { createOwnerPool } from '../platform/db/pool.ts'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { FileStoreFault, openFiles } from '../platform/files/index.ts'
import { createMailer } from '../platform/mail/index.ts'
import { readRecord } from '../platform/postgres/home.ts'
import { checkOwnPort } from './check-own-port.ts'
import { type CliCommand, type CliContext, expectNoArguments } from './command.ts'
import { readVersion } from './version.ts'

/** A check that finds nothing wrong answers with what it saw; one that does throws a PlainFault. */
type Check = { readonly name: string; readonly run: () => Promise<string> }

const NODE_MAJOR_MIN = 24
const FREE_BYTES_WISE = 1_000_000_000
/** Sessions, deadlines and leases of jobs compare times of both clocks. */
const CLOCK_GAP_MS_MAX = 2_000
const WEB_PAGE = fileURLToPath(new URL('../../../web/dist/index.html', import.meta.url))

export const doctor: CliCommand = {
  usage:
    'Usage: millrace doctor\n\nPrints one line for each check. The exit code is 1 when one of them failed.',
  run: async (context) => {
    expectNoArguments(context.args)
    let failed = 0
    for (const { name, run } of listChecks(context)) {
      try {
        context.print(`ok      ${name.padEnd(14)}  ${await run()}`)
      } catch (error) {
        if (!(error instanceof PlainFault)) throw error
        failed += 1
        context.print(`FAILED  ${name.padEnd(14)}  ${messageOf(error)}`)
      }
    }
    return failed === 0 ? 0 : 1
  },
}

function listChecks(context: CliContext): readonly Check[] {
  const { config } = context
  return [
    { name: 'settings', run: () => Promise.resolve(`Millrace ${readVersion()}; every setting is allowed`) },
    { name: 'runtime', run: () => Promise.resolve(checkRuntime()) },
    { name: 'web app', run: () => Promise.resolve(checkWebApp()) },
    { name: 'data directory', run: () => checkDisk(config) },
    { name: 'port', run: () => checkOwnPort(config, 'PORT') },
    { name: 'metrics port', run: () => checkOwnPort(config, 'METRICS_PORT') },
    { name: 'mail', run: () => checkMail(config) },
    ...listDatabaseChecks(context),
  ]
}

function listDatabaseChecks({ config, openDatabase }: CliContext): readonly Check[] {
  // One opening serves all; when it fails, each check that needs it says why.
  let opening: Promise<Database | null> | undefined
  const ask = async (run: (database: Database) => Promise<string>) => {
    opening ??= hasDatabase(config).then((has) => (has ? openDatabase() : null))
    const database = await opening
    return database ? await run(database) : 'there is none yet; the first start makes it'
  }
  return [
    { name: 'database', run: () => ask(checkDatabase) },
    { name: 'schema', run: () => ask(checkSchema) },
    { name: 'clock', run: () => ask(checkClock) },
    { name: 'file contents', run: () => ask((database) => checkContents(config, database)) },
  ]
}

function checkRuntime(): string {
  const { node } = process.versions
  if (Number(node.split('.')[0]) >= NODE_MAJOR_MIN) return `Node ${node}`
  throw new PlainFault(
    `This is Node ${node}; Millrace needs ${NODE_MAJOR_MIN} or newer. Start it with  npm start  or  bin/millrace.mjs.`,
  )
}

function checkWebApp(): string {
  if (existsSync(WEB_PAGE)) return 'built'
  throw new PlainFault('The pages are not built yet.  npm start  builds them.')
}

async function checkDisk(config: Config): Promise<string> {
  await checkDataDirectory(config.dataDir)
  const { bavail, bsize } = await statfs(config.dataDir)
  const free = bavail * bsize
  const text = `${(free / 1e9).toFixed(1)} GB left on the disk of ${config.dataDir}`
  if (free >= FREE_BYTES_WISE) return `${text}, which can be written to`
  throw new PlainFault(`There are only ${text}. Free some space.`)
}

/** Connects to the mail server and signs in; nothing is sent. */
async function checkMail({ mail }: Config): Promise<string> {
  if (mail === null) return 'none is sent; invitations are links to pass on'
  const mailer = createMailer(mail)
  try {
    await mailer.check()
    return `${new URL(mail.url).host} takes mail from ${mail.from}`
  } catch (error) {
    throw new PlainFault(`${messageOf(error)}. Look at SMTP_URL.`, { cause: error })
  } finally {
    mailer.close()
  }
}

async function hasDatabase(config: Config): Promise<boolean> {
  return (
    config.databaseUrl !== null ||
    (existsSync(join(config.dataDir)) && (await readRecord(config.dataDir)) !== undefined)
  )
}

async function checkDatabase(database: Database): Promise<string> {
  return await withConnection(
    database.url,
    async (client) => `PostgreSQL ${(await serverVersion(client)).text}, ${database.place}`,
  )
}

async function checkSchema(database: Database): Promise<string> {
  const migrations = await readMigrations()
  const pending = await withConnection(database.url, (client) => listPending(client, migrations))
  if (pending.length === 0) return `up to date with ${migrations.at(-1)?.name ?? 'nothing'}`
  return `${pending.length} changes behind; the next start makes them`
}

/** What is left over is no fault: the server forgets it once a day. */
async function checkContents(config: Config, database: Database): Promise<string> {
  const files = await openFiles(config)
  const pool = createOwnerPool({ connectionString: database.url, max: 1 })
  const left = { count: 0, sizeBytes: 0 }
  try {
    for await (const { sizeBytes } of findOrphans({ db: { pool }, files })) {
      left.count += 1
      left.sizeBytes += sizeBytes
    }
  } catch (error) {
    if (error instanceof FileStoreFault) throw new PlainFault(`${error.message}.`, { cause: error })
    throw error
  } finally {
    await pool.end()
  }
  if (left.count === 0) return 'something refers to each of them'
  const fate =
    config.files?.isSwept === false
      ? 'FILES_S3_SWEEP=yes would forget them'
      : 'the server forgets them within a day'
  return `nothing refers to ${left.count} of them (${(left.sizeBytes / 1e6).toFixed(1)} MB); ${fate}`
}

async function checkClock(database: Database): Promise<string> {
  return await withConnection(database.url, async (client) => {
    const before = Date.now()
    const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
    const gap = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2)
    if (gap <= CLOCK_GAP_MS_MAX) return `within ${Math.ceil(gap)} ms of the database’s`
    throw new PlainFault(
      `This machine and the database differ by ${(gap / 1000).toFixed(1)} s. Set both clocks by a time server.`,
    )
  })
}
