import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, OutputOf, operations } from '@millrace/contract'
import { EVERY_FIELD } from '@millrace/core/work'
import type { Pool } from 'pg'
import { composeRegistry } from '../../../packages/server/src/app/registry.ts'
import { createDefaultCatalogue } from '../../../packages/server/src/features/work/index.ts'
import {
  type ExecuteDeps,
  execute,
  type OrganisationFacts,
  type Principal,
  runInTime,
} from '../../../packages/server/src/platform/commands/index.ts'
import { withConnection } from '../../../packages/server/src/platform/db/connect.ts'
import { migrate } from '../../../packages/server/src/platform/db/migrate.ts'
import { readMigrations } from '../../../packages/server/src/platform/db/migration-files.ts'
import { createOwnerPool, createPool } from '../../../packages/server/src/platform/db/pool.ts'
import { type JobHandler, startWorker } from '../../../packages/server/src/platform/jobs/index.ts'
import { openEmbedded } from '../../../packages/server/src/platform/postgres/embedded.ts'
import { freshId } from '../client.ts'

type Operations = typeof operations
type Name = keyof Operations

/** As many connections as a server has by default. */
const CONNECTIONS = 10
const OWNER_CONNECTIONS = 2

/**
 * An organisation on an embedded PostgreSQL of its own, durable as it comes, in which operations are carried out by
 * the server's own runner with all of its reactions. Bare SQL goes through the same pool.
 */
export class Stage {
  readonly organisationId = freshId()
  readonly personId = freshId()
  readonly databaseUrl: string
  /** Past row-level security, for seeds and for looking behind the walls. */
  readonly owner: Pool
  readonly deps: ExecuteDeps
  readonly #end: () => Promise<void>
  #organisation: OrganisationFacts | undefined
  #onEnqueued: () => void = () => {}

  private constructor(at: { databaseUrl: string; role: string | null; end: () => Promise<void> }) {
    const connectionString = at.databaseUrl
    this.databaseUrl = connectionString
    this.owner = createOwnerPool({ connectionString, max: OWNER_CONNECTIONS })
    this.deps = {
      db: { pool: createPool({ connectionString, role: at.role, max: CONNECTIONS }) },
      registry: composeRegistry(),
      onCommitted: () => {},
      onEnqueued: () => this.#onEnqueued(),
    }
    this.#end = at.end
  }

  static async open(): Promise<Stage> {
    const dataDir = await mkdtemp(join(tmpdir(), 'millrace-bench-'))
    const embedded = await openEmbedded({
      ...{ dataDir, searchPath: process.env['PATH'] ?? '', onNotice: () => {} },
    })
    const migrations = await readMigrations()
    const { role } = await withConnection(embedded.url, (client) => migrate(client, migrations))
    const stage = new Stage({
      ...{ databaseUrl: embedded.url, role },
      end: async () => {
        await embedded.close()
        await rm(dataDir, { recursive: true, force: true })
      },
    })
    await stage.#found()
    return stage
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.owner.end()])
    await this.#end()
  }

  get pool(): Pool {
    return this.deps.db.pool
  }

  /** Carries out one operation in a transaction of its own, as a request does. */
  async run<Called extends Name>(
    name: Called,
    input: InputOf<Operations[Called]>,
  ): Promise<OutputOf<Operations[Called]>> {
    const [answer] = await this.runAll([{ name, input }])
    return answer as OutputOf<Operations[Called]> // What the command of this name answers.
  }

  /** Carries out operations in one transaction. */
  async runAll(calls: readonly { readonly name: Name; readonly input: unknown }[]) {
    const { results } = await execute(this.deps, {
      ...{ principal: this.#principal(), calls, origin: { kind: 'own' } },
      ...(this.#organisation ? { organisation: this.#organisation } : {}),
    })
    return results
  }

  /** Publishes a model in a process of its own. */
  async publish(key: string, xml: string): Promise<string> {
    const containerId = freshId()
    await this.run('work.createContainer', { id: containerId, kind: 'process', key, name: `Process ${key}` })
    await this.run('process.publishModel', { containerId, xml })
    return containerId
  }

  /** Starts instances, many in a transaction. */
  async start(containerId: string, count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => freshId())
    for (let at = 0; at < count; at += STARTS_AT_ONCE) {
      const calls = ids.slice(at, at + STARTS_AT_ONCE).map((id) => ({
        name: 'process.startInstance' as const,
        input: { id, containerId, title: 'Lift repair', values: { cost: 300, floor: 'East 4' } },
      }))
      await this.runAll(calls)
    }
    return ids
  }

  /** Lets the server's own worker do what is asked for in the background, until `isDone` says so. */
  async work(handlers: ReadonlyMap<string, JobHandler>, isDone: () => Promise<boolean>): Promise<void> {
    const faults: unknown[] = []
    const worker = startWorker({ db: this.deps.db, handlers, onFault: (error) => faults.push(error) })
    this.#onEnqueued = worker.wake
    while (faults.length === 0 && !(await isDone())) await new Promise((go) => setTimeout(go, 5))
    this.#onEnqueued = () => {}
    await worker.stop()
    if (faults.length > 0) throw faults[0]
  }

  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.owner.query({ text, values: [...values] })
    return rows as readonly Row[] // Whoever writes the statement names its rows.
  }

  /** Lets the connections tell what they have counted, which they else do when they like. */
  async flushCounts(): Promise<void> {
    const clients = await Promise.all([
      ...Array.from({ length: CONNECTIONS }, () => this.pool.connect()),
      ...Array.from({ length: OWNER_CONNECTIONS }, () => this.owner.connect()),
    ])
    await Promise.all(clients.map((client) => client.query('select pg_stat_force_next_flush()')))
    for (const client of clients) client.release()
    await new Promise((go) => setTimeout(go, 100))
  }

  /** What autovacuum does within a minute of such a load; the bench does not wait for it. */
  async settle(): Promise<void> {
    await this.owner.query('vacuum analyze')
    await this.owner.query('checkpoint')
  }

  #principal(): Principal {
    return {
      ...{ userId: null, personId: this.personId, organisationId: this.organisationId, orgRole: 'owner' },
      ...{ access: { version: 0, containers: 'all', fields: EVERY_FIELD }, scopes: null },
    }
  }

  async #found(): Promise<void> {
    const { organisationId, personId } = this
    await this.rows(
      `insert into organisation (id, slug, name, created_at) values ($1, 'bench', 'Bench', now())`,
      [organisationId],
    )
    await this.rows('insert into journal_head (organisation_id) values ($1)', [organisationId])
    await this.rows(
      `insert into person (organisation_id, id, name, org_role, status, created_at)
       values ($1, $2, 'Bench', 'owner', 'active', now())`,
      [organisationId, personId],
    )
    await runInTime(this.deps, { organisationId, personId }, createDefaultCatalogue)
    const [facts] = await this.rows<OrganisationFacts>(
      `select access_version as "accessVersion", catalogue_version as "catalogueVersion", currency,
         time_zone as "timeZone", week_start as "weekStart" from organisation`,
    )
    this.#organisation = facts
  }
}

const STARTS_AT_ONCE = 500
