import { Client } from 'pg'
import { codeOf, messageOf, PlainFault } from '../fault.ts'
import { MAINTENANCE_OPTIONS } from './pool.ts'

/** A connection of its own; see `connect`. */
export type OwnConnection = Client

/** The oldest server that Millrace is tested with. */
const OLDEST_MAJOR = 15
const CONNECT_TIMEOUT_MS = 10_000

/**
 * Opens one connection of its own as the owner of the schema, for migrations, backups and the bell.
 *
 * @throws PlainFault when the server cannot be reached, refuses us, or is older than PostgreSQL 15
 */
export async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'millrace',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c timezone=UTC -c datestyle=ISO ${MAINTENANCE_OPTIONS}`,
  })
  // A connection lost between two statements shows itself at the next one.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    throw new PlainFault(explain(url, error), { cause: error })
  }
  const version = await serverVersion(client)
  if (version.major >= OLDEST_MAJOR) return client
  await client.end()
  throw new PlainFault(
    `The database server is PostgreSQL ${version.text}; Millrace needs ${OLDEST_MAJOR} or newer. Upgrade the server, or unset DATABASE_URL to use the embedded one.`,
  )
}

/** The server's version, as a number to compare and a text to show (`18.4`). */
export async function serverVersion(
  client: Client,
): Promise<{ readonly major: number; readonly text: string }> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  )
  const row = rows[0]
  if (!row) throw new Error('the server does not tell its version')
  return { major: Math.floor(Number(row.number) / 10_000), text: row.text.split(' ')[0] ?? row.text }
}

/** Runs `work` with a connection of its own, and closes it. */
export async function withConnection<Value>(
  url: string,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Where a database is, without the password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${decodeURIComponent(pathname.slice(1)) || 'the default database'} at ${hostname || 'localhost'}:${port || '5432'}`
}

function explain(url: string, error: unknown): string {
  const place = placeOf(url)
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return `No database server answers for ${place}. Start it, or correct DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of the database ${place} is unknown. Correct DATABASE_URL.`
    case '28P01':
    case '28000':
      return `The database server refuses the user or password for ${place}. Correct DATABASE_URL.`
    case '3D000':
      return `There is no database ${place}. Create it, or correct DATABASE_URL.`
    case '53300':
      return `The server of ${place} has no free connection. Raise its max_connections, or lower DATABASE_POOL.`
    default:
      return `The database ${place} cannot be reached: ${messageOf(error) || codeOf(error)}. Check the server and DATABASE_URL.`
  }
}
