import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportMapping, ImportView } from '@millrace/contract'
import {
  ask,
  createRegistry,
  type ExecuteRequest,
  execute,
  type Principal,
} from '../../../platform/commands/index.ts'
import { openFiles } from '../../../platform/files/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { caseCommands, caseReactions } from '../../case/index.ts'
import { discussionCommands } from '../../discussion/index.ts'
import { createVault, identityCommands } from '../../identity/index.ts'
import { processCommands, processReactions } from '../../process/index.ts'
import { createReplanJobs, scheduleCommands, scheduleQueries } from '../../schedule/index.ts'
import { workCommands, workQueries } from '../../work/index.ts'
import { createWorkWorld, type WorkWorld } from '../../work/testing/work-world.ts'
import {
  createExchangeJobs,
  exchangeCommands,
  exchangeQueries,
  type ImportDeps,
  uploadFile,
} from '../index.ts'

/** An organisation with everything that imports touch, in a database and a folder of its own. */
export type ExchangeWorld = {
  readonly work: WorkWorld
  readonly deps: ImportDeps
  readonly run: (
    name: string,
    input: unknown,
    more?: Partial<Pick<ExecuteRequest, 'principal' | 'origin'>>,
  ) => Promise<unknown>
  readonly upload: (content: string | Uint8Array, name?: string, as?: Principal) => Promise<ImportView>
  readonly get: (id: string, as?: Principal) => Promise<ImportView>
  /** Maps a run and has it tried. */
  readonly map: (id: string, mapping: ImportMapping) => Promise<ImportView>
  /** Carries out all jobs that wait, as a worker would; aborting stops the one in hand. */
  readonly drain: (signal?: AbortSignal) => Promise<void>
  /** Everything in a table, in a fixed order. */
  readonly rows: (table: string) => Promise<readonly Record<string, unknown>[]>
  readonly close: () => Promise<void>
}

/** Makes a world; close it at the end. */
export async function createExchangeWorld(maxBytes = 10_000_000): Promise<ExchangeWorld> {
  const work = await createWorkWorld()
  const dataDir = await mkdtemp(join(tmpdir(), 'millrace-import-'))
  const { db, owner } = work.database
  const registry = createRegistry(
    [
      ...workCommands,
      ...identityCommands({ canMail: false, vault: createVault(null) }),
      ...processCommands,
      ...caseCommands,
      ...scheduleCommands,
      ...discussionCommands,
      ...exchangeCommands,
    ],
    [...workQueries, ...scheduleQueries, ...exchangeQueries],
    [...processReactions, ...caseReactions],
  )
  const files = await openFiles({ dataDir, files: null })
  const deps: ImportDeps = { db, registry, onCommitted: () => {}, files, maxBytes }
  const jobs = new Map([...createExchangeJobs(deps), ...createReplanJobs(deps)])

  async function nextJob(): Promise<Job | undefined> {
    const { rows } = await owner.pool.query<Job>(
      'select id, kind, organisation_id, payload, attempts, max_attempts from job order by created_at, id limit 1',
    )
    return rows[0]
  }

  const world: ExchangeWorld = {
    work,
    deps,
    run: async (name, input, more = {}) => {
      const request = { principal: work.owner, calls: [{ name, input }], ...more }
      return (await execute(deps, request)).results[0]
    },
    upload: (content, name = 'work.csv', as = work.owner) =>
      uploadFile(deps, as, { name, content: inPieces(Buffer.from(content)) }),
    get: async (id, as = work.owner) =>
      (await ask(deps, { principal: as, name: 'exchange.getImport', input: { id } })) as ImportView, // Its answer.
    map: async (id, mapping) => {
      await world.run('exchange.mapImport', { id, mapping })
      await world.drain()
      return await world.get(id)
    },
    drain: async (signal = new AbortController().signal) => {
      for (let job = await nextJob(); job; job = await nextJob()) {
        await jobs.get(job.kind)?.(job, signal)
        await owner.pool.query('delete from job where id = $1', [job.id])
      }
    },
    rows: async (table) => {
      const { rows } = await owner.pool.query<Record<string, unknown>>(
        `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
      )
      return rows
    },
    close: async () => {
      await work.database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return world
}

async function* inPieces(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 1_000)
    yield await Promise.resolve(content.subarray(at, at + 1_000))
}
