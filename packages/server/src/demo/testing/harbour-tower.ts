import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, ItemColumn, ItemColumns, ItemView, OutputOf, operations } from '@millrace/contract'
import { type MyWork, sortMyWork } from '@millrace/core/work'
import { composeRegistry } from '../../app/registry.ts'
import { ask, execute, type Principal } from '../../platform/commands/index.ts'
import { openFiles } from '../../platform/files/index.ts'
import { createTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { makeDemo } from '../first-run.ts'
import type { StageDeps } from '../stage.ts'

type Operations = typeof operations
type Name = keyof Operations

/** The demo, played whole into a database of its own. */
export type HarbourTower = {
  readonly database: TestDatabase
  readonly deps: StageDeps
  readonly owner: Principal
  /** Carries out a command as people do, today and not in the story. */
  readonly run: <Called extends Name>(
    name: Called,
    input: InputOf<Operations[Called]>,
    principal?: Principal,
  ) => Promise<OutputOf<Operations[Called]>>
  readonly ask: <Called extends Name>(
    name: Called,
    input: InputOf<Operations[Called]>,
  ) => Promise<OutputOf<Operations[Called]>>
  /** Looks behind the walls. */
  readonly rows: <Row extends object>(text: string) => Promise<readonly Row[]>
  readonly close: () => Promise<void>
}

/** Plays the demo as on a first start at a moment. */
export async function makeHarbourTower(now: Date): Promise<HarbourTower> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'millrace-demo-'))
  const files = await openFiles({ dataDir, files: null })
  const deps: StageDeps = { db: database.db, registry: composeRegistry(), onCommitted: () => {}, files }
  const owner = await makeDemo({ execute: deps, owner: database.owner, dataDir, now, onProgress: () => {} })
  return {
    database,
    deps,
    owner,
    run: async (name, input, principal = owner) => {
      const { results } = await execute(deps, { principal, calls: [{ name, input }] })
      return results[0] as OutputOf<Operations[typeof name]> // The answer of the one call.
    },
    ask: async (name, input) => {
      const answer = await ask(deps, { principal: owner, name, input })
      return answer as OutputOf<Operations[typeof name]> // What the question of this name answers.
    },
    rows: async <Row extends object>(text: string) => {
      const { rows } = await database.owner.pool.query<Row>(text, [owner.organisationId])
      return rows
    },
    close: async () => {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What the owner finds on their own list on a day, each item with the kind of what it is in. */
export async function myWorkOf(
  tower: HarbourTower,
  today: string,
): Promise<MyWork<ItemView & { readonly kind: string }>> {
  const { items } = await tower.ask('sync.bootstrap', { scope: 'my' })
  // The contract's own output, whose columns zod cannot name one by one.
  const columns = items as unknown as ItemColumns
  const { containers } = await tower.ask('work.listContainers', { limit: 500 })
  const kinds = new Map<string, string>(containers.map(({ id, kind }) => [id, kind]))
  const shown = columns.id.map((_, row) => {
    const entries = Object.entries(columns).map(([field, column]) => [field, valueAt(column, row)])
    const item = Object.fromEntries(entries) as ItemView // Its columns are those of an item.
    return { ...item, kind: kinds.get(item.containerIds[0] ?? '') ?? '' }
  })
  return sortMyWork(shown, { personId: tower.owner.personId, today })
}

function valueAt(column: ItemColumn<unknown>, row: number): unknown {
  return isPacked(column) ? column.values[column.at?.[row] ?? 0] : column[row]
}

function isPacked(column: ItemColumn<unknown>): column is Exclude<typeof column, readonly unknown[]> {
  return !Array.isArray(column)
}
