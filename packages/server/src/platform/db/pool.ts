import { type CustomTypesConfig, Pool, type PoolConfig, types } from 'pg'
import { GatheringSocket } from './gathering-socket.ts'

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
  return { pipeline: true, stream: () => new GatheringSocket(), types: { getTypeParser: parserOf } }
}

function roleOptions(settings: PoolSettings): string {
  return [
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

const parserOf: CustomTypesConfig['getTypeParser'] = (oid, format): unknown => {
  const own = OWN_READERS.get(oid)
  if (own) return own
  if (oid === types.builtins.TIMESTAMPTZ) return readInstant
  if (oid === types.builtins.DATE) return String
  if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number
  return types.getTypeParser(oid, format)
}

/** `{id,id}`. Ids need no quotes, and no list of ours holds nulls, so that the general reader is spared. */
function readIds(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

/**
 * `2026-11-22 09:30:00.123456+00`, as the server writes it in the session's zone UTC. A snapshot reads
 * tens of thousands; digit by digit takes a quarter of what `Date.parse` does.
 */
export function readInstant(text: string): number {
  const isPlain = text.charAt(4) === '-' && text.endsWith('+00')
  if (!isPlain) return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`)
  const at = (from: number, to: number) => {
    let value = 0
    for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - ZERO
    return value
  }
  // The fraction loses its zeros at the end: `.5` is 500 milliseconds.
  const digits = Math.min(3, Math.max(0, text.length - 23))
  const ms = at(20, 20 + digits) * 10 ** (3 - digits)
  return Date.UTC(at(0, 4), at(5, 7) - 1, at(8, 10), at(11, 13), at(14, 16), at(17, 19), ms)
}

const ZERO = '0'.charCodeAt(0)

/** Readers of types that the driver has no name for: 2951 is `uuid[]`; see `pg_type`. */
const OWN_READERS: ReadonlyMap<number, (text: string) => unknown> = new Map([[2951, readIds]])
