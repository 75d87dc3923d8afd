import { setTimeout as sleep } from 'node:timers/promises'
import { isId } from '@millrace/core/kernel'
import type { Pool, PoolClient } from 'pg'
import { codeOf } from '../fault.ts'
import { answer } from './answer.ts'
import { type Column, readColumns } from './read-columns.ts'

/** One SQL statement. A name makes it a prepared statement of its connection; text and name belong together. */
export type Statement = {
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
}

/**
 * A transaction in progress. Statements run in the order they are given in, and those given without
 * waiting for an answer travel together. Moments come back as milliseconds, days as text, bigint and
 * numeric as number.
 */
export type Tx = {
  readonly query: <Row>(statement: Statement) => Promise<Row[]>
  /** The rows as columns in the order selected: for thousands of rows, whose values repeat. */
  readonly queryColumns: (statement: Statement) => Promise<readonly Column[]>
  /** Gives a statement whose answer nobody needs. When it fails, the transaction fails with its error. */
  readonly send: (statement: Statement) => void
}

/** What a question needs of a transaction, or of a connection outside any. */
export type Reader = Pick<Tx, 'query'>

/** The database as features see it; the pool is one of `createPool`. */
export type Db = {
  readonly pool: Pool
  /**
   * Commits without waiting for the disk. A crash may lose the last of them, none is ever half done.
   * Only where everything is made anew after a crash, such as the demo.
   */
  readonly isRelaxed?: boolean
}

const RELAXED_BEGIN = 'begin; set local synchronous_commit = off'

/** Serialization failure and deadlock: the transaction did nothing and may simply run again. */
const REPEATABLE = new Set(['40001', '40P01'])
const ATTEMPTS = 5
/** "Current transaction is aborted": says only that a statement before has failed. */
const AFTER_FAILURE = '25P02'
const PAUSE_MS = 5

/**
 * Runs `work` in one transaction that sees the rows of one organisation only (row-level security).
 * Rolls back when it throws, or when any of its statements failed; repeats it when the database asks
 * for that, so `work` must not reach outside the transaction.
 *
 * @param organisationId null for work above organisations, which then sees no tenant rows
 */
export async function inTransaction<Value>(
  db: Db,
  organisationId: string | null,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  return await repeat(() =>
    runOnce(db, beginFor(db.isRelaxed ? RELAXED_BEGIN : 'begin', organisationId), work),
  )
}

/** Like `inTransaction`, but read-only, and every statement sees the same moment. */
export async function inSnapshot<Value>(
  db: Db,
  organisationId: string | null,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  const begin = 'begin isolation level repeatable read, read only'
  return await repeat(() => runOnce(db, beginFor(begin, organisationId), work))
}

/** Runs one statement on its own, in one round trip. It sees no tenant rows. */
export async function runAlone<Row>(db: Db, statement: Statement): Promise<Row[]> {
  return await run<Row>(db.pool, statement)
}

async function repeat<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === ATTEMPTS || !REPEATABLE.has(codeOf(error))) throw error
      // Those who collided must not march in step into the next collision.
      await sleep(PAUSE_MS * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

async function runOnce<Value>(db: Db, begin: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await db.pool.connect()
  const given: Promise<unknown>[] = []
  const track = <Rows>(rows: Promise<Rows>): Promise<Rows> => {
    given.push(rows)
    // Whoever waits for it is told; the end of the transaction is told in any case.
    rows.catch(() => {})
    return rows
  }
  const query = <Row>(statement: Statement) => track(run<Row>(client, statement))
  let fault: Error | undefined
  try {
    void query({ text: begin })
    const value = await work({
      query,
      queryColumns: (statement) =>
        track(readColumns(client, { ...statement, values: [...(statement.values ?? [])] })),
      send: (statement) => void query(statement),
    })
    const { command } = await answer(client, { text: 'commit' })
    // PostgreSQL answers the commit of a failed transaction by rolling back, without an error.
    if (command !== 'COMMIT') throw await firstFailure(given)
    return value
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      fault = failed
    })
    throw codeOf(error) === AFTER_FAILURE ? await firstFailure(given) : error
  } finally {
    client.release(fault)
  }
}

/** Why the first of the statements failed that did: those after it only say that one has. */
async function firstFailure(given: readonly Promise<unknown>[]): Promise<unknown> {
  const settled = await Promise.allSettled(given)
  return settled.find((one) => one.status === 'rejected')?.reason
}

/** Begins and names the organisation in one round trip; the id is checked because this form takes no parameters. */
function beginFor(begin: string, organisationId: string | null): string {
  if (organisationId !== null && !isId(organisationId)) throw new TypeError('not an organisation id')
  return `${begin}; set local app.organisation_id = '${organisationId ?? ''}'`
}

async function run<Row>(target: Pool | PoolClient, statement: Statement): Promise<Row[]> {
  const { rows } = await answer(target, { ...statement, values: [...(statement.values ?? [])] })
  return rows as Row[] // The statement's author names its row type; a test compares them with the catalogue.
}
