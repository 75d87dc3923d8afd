import type { Pool, PoolClient } from 'pg'

/** One SQL statement. A name makes it a prepared statement of its connection; text and name belong together. */
export type Statement = {
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
}

/** A transaction in progress. Moments come back as milliseconds, days as text, bigint as number. */
export type Tx = { readonly query: <Row>(statement: Statement) => Promise<Row[]> }

/** The database as features see it. */
export type Db = { readonly pool: Pool }

/** Serialization failure and deadlock: the transaction did nothing and may simply run again. */
const REPEATABLE = new Set(['40001', '40P01'])
const ATTEMPTS = 5
const UUID = /^[0-9a-f-]{36}$/

/**
 * Runs `work` in one transaction that sees the rows of one organisation only (row-level security).
 * Rolls back when it throws; repeats it when the database asks for that, so `work` must not reach
 * outside the transaction.
 *
 * @param organisationId null for work above organisations, which then sees no tenant rows
 */
export async function inTransaction<Value>(
  db: Db,
  organisationId: string | null,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(db, organisationId, work)
    } catch (error) {
      if (attempt === ATTEMPTS || !REPEATABLE.has(codeOf(error))) throw error
    }
  }
}

async function runOnce<Value>(db: Db, organisationId: string | null, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await db.pool.connect()
  let fault: Error | undefined
  try {
    await client.query(beginFor(organisationId))
    const value = await work(transactionOn(client))
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      fault = failed
    })
    throw error
  } finally {
    client.release(fault)
  }
}

/** Begins and names the organisation in one round trip; the id is checked because this form takes no parameters. */
function beginFor(organisationId: string | null): string {
  if (organisationId !== null && !UUID.test(organisationId)) throw new TypeError('not an organisation id')
  return `begin; set local app.organisation_id = '${organisationId ?? ''}'`
}

function transactionOn(client: PoolClient): Tx {
  return {
    query: async <Row>(statement: Statement): Promise<Row[]> => {
      const result = await client.query({ ...statement, values: [...(statement.values ?? [])] })
      return result.rows as Row[] // The statement's author names its row type; a test compares them with the catalogue.
    },
  }
}

/** The SQLSTATE of a database error, or an empty text. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
