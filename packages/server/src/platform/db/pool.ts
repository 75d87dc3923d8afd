import { Pool, types } from 'pg'

/** Type numbers of PostgreSQL's catalogue that are read in our own way. */
const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const

/**
 * A pool of connections. Moments are read as milliseconds since 1970, days as `YYYY-MM-DD`, bigint
 * and numeric as numbers: everything stored stays below 2^53.
 *
 * @param role the role to act as, whose rows are fenced by row-level security; null to stay who we are
 */
export function createPool(settings: {
  readonly connectionString: string
  readonly role: string | null
  readonly max?: number
}): Pool {
  const options = ['-c timezone=UTC', '-c datestyle=ISO', ...(settings.role ? [`-c role=${settings.role}`] : [])]
  return new Pool({
    connectionString: settings.connectionString,
    max: settings.max ?? 10,
    options: options.join(' '),
    types: { getTypeParser: parserOf },
  })
}

function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === OID.timestamptz) return readInstant
  if (oid === OID.date) return String
  if (oid === OID.int8 || oid === OID.numeric) return Number
  return types.getTypeParser(oid, format)
}

/** `2026-11-22 09:30:00.123+00`, as the server writes it in the session's zone UTC. */
function readInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`)
}
