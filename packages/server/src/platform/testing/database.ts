import { randomBytes } from 'node:crypto'
import { connect as connectSocket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Pool } from 'pg'
import { inject } from 'vitest'
import { createOwnerPool, createPool } from '../db/pool.ts'
import type { Db } from '../db/transaction.ts'
import { databaseUrl, type Template } from './test-server.ts'

/** A migrated, empty database of one test file. */
export type TestDatabase = {
  /** As the application sees it: `inTransaction(database.db, organisationId, …)`, row-level security applies. */
  readonly db: Db
  /** As its owner sees it, past row-level security: for set-up and for looking behind the walls. */
  readonly owner: Db
  /** For connections of one's own, as the owner. */
  readonly url: string
  /** The role for `createPool`, or null. */
  readonly role: string | null
  /** Ends the pools and drops the database. */
  readonly close: () => Promise<void>
}

/**
 * Makes a database for a test file: a copy of the migrated template, ready in some 20 milliseconds
 * and shared with nobody. Call it once per file and close it at the end:
 *
 * ```ts
 * const database = await createTestDatabase()
 * afterAll(() => database.close())
 *
 * test('…', async () => {
 *   await inTransaction(database.db, organisationId, (tx) => tx.query({ text: 'select …' }))
 * })
 * ```
 *
 * Runs under vitest only. With TEST_DATABASE_URL the copies are made on that server.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template } = await openOffice()
  const { url, drop } = await createDatabase(`template ${template.database} strategy file_copy`)
  const db = { pool: createPool({ connectionString: url, role: template.role, max: 8 }) }
  const owner = { pool: createOwnerPool({ connectionString: url, max: 2 }) }
  return {
    db,
    owner,
    url,
    role: template.role,
    close: async () => {
      await Promise.all([db.pool.end(), owner.pool.end()])
      await drop()
    },
  }
}

/** Makes a database without any schema, for tests of what happens before migrations. */
export async function createEmptyDatabase(): Promise<{
  readonly url: string
  readonly drop: () => Promise<void>
}> {
  return await createDatabase('template template0')
}

async function createDatabase(source: string) {
  const { template, pool } = await openOffice()
  const name = `${template.run}_${randomBytes(6).toString('hex')}`
  await pool.query(`create database ${name} ${source}`)
  return {
    url: databaseUrl(template.url, name),
    drop: async () => {
      await pool.query(`drop database if exists ${name} with (force)`)
    },
  }
}

type Office = { readonly template: Template; readonly pool: Pool }
let office: Promise<Office> | null = null

/** One per worker: the template of this run, and a way to make and drop databases. */
async function openOffice(): Promise<Office> {
  office ??= connectOffice()
  return await office
}

/** Asks the run's own process for the template. */
async function connectOffice(): Promise<Office> {
  // What `global-setup.ts` sends.
  const answer = JSON.parse(await text(connectSocket(inject('testServerPort'), '127.0.0.1'))) as
    | { readonly template: Template; readonly fault?: never }
    | { readonly fault: string }
  if (answer.fault !== undefined) throw new Error(`the test database: ${answer.fault}`)
  return {
    template: answer.template,
    pool: createOwnerPool({ connectionString: answer.template.url, max: 2 }),
  }
}
