import { Pool, type PoolConfig } from 'pg'
import { GatheringSocket } from './gathering-socket.ts'
import { readerOf } from './value-readers.ts'

/** How to open a pool. */
export type PoolSettings = {
  readonly connectionString: string
  /** The role to act as, whose rows are fenced by row-level security; null to stay who we are. */
  readonly role: string | null
  /** Connections at most. */
  readonly max?: number
  /** Told when an idle connection is lost. The pool itself goes on and connects anew. */
  readonly onFault?: (error: Error) => void
}

/** A statement that takes longer helps nobody at a screen. */
const STATEMENT_TIMEOUT_MS = 60_000
/** A transaction left open holds back the cleaning of the whole database. */
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000
/** Also for a machine that is busy with other things; who is refused learns of it at once. */
const CONNECT_TIMEOUT_MS = 30_000

/** How the server writes moments and days, whatever it is set to. */
const PLAIN_VALUES = '-c timezone=UTC -c datestyle=ISO'
/**
 * An answer takes one core: where a scan of 100,000 items took two more, their start alone made it cost
 * three times as much, on cores that other people's answers were waiting for.
 */
const ONE_CORE = '-c max_parallel_workers_per_gather=0'
/** Lets an owner that does not bypass row-level security see all rows; see `application-role.ts`. */
export const MAINTENANCE_OPTIONS = '-c app.maintenance=on'

/**
 * A pool of connections. Statements given to one connection without awaiting go out together and
 * run in order; cursors and COPY are not for it. Moments are read as milliseconds since 1970, days
 * as `YYYY-MM-DD`, bigint and numeric as numbers: everything stored stays below 2^53.
 */
export function createPool(settings: PoolSettings): Pool {
  return open(settings, roleOptions(settings), pipelined())
}

/** A pool with the driver's own value types, for a library that expects them (`Date`, bigint as text). */
export function createLibraryPool(settings: PoolSettings): Pool {
  return open(settings, roleOptions(settings), {})
}

/**
 * A pool for the upkeep of the database, as the owner of the schema: it may change tables, sees the
 * rows of all organisations, and its statements may take long.
 */
export function createOwnerPool(settings: Omit<PoolSettings, 'role'>): Pool {
  return open({ ...settings, role: null }, MAINTENANCE_OPTIONS, pipelined())
}

function pipelined(): PoolConfig {
  return { pipeline: true, stream: () => new GatheringSocket(), types: { getTypeParser: readerOf } }
}

function roleOptions(settings: PoolSettings): string {
  return [
    ONE_CORE,
    `-c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
    `-c idle_in_transaction_session_timeout=${IDLE_TRANSACTION_TIMEOUT_MS}`,
    ...(settings.role ? [`-c role=${settings.role}`] : []),
  ].join(' ')
}

function open(settings: PoolSettings, options: string, more: PoolConfig): Pool {
  const pool = new Pool({
    connectionString: settings.connectionString,
    max: settings.max ?? 10,
    options: `${PLAIN_VALUES} ${options}`,
    application_name: 'millrace',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...more,
  })
  // Without a listener a lost idle connection would end the process.
  pool.on('error', (error) => settings.onFault?.(error))
  // So would one that is lost in somebody's hands between two statements; the next one fails then.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
