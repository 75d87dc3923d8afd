import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { OrganisationExportView } from '@millrace/contract'
import { EVERY_FIELD } from '@millrace/core/work'
import { pino } from 'pino'
import { afterAll, afterEach, expect, test } from 'vitest'
import { ask, createRegistry, execute, type Principal, Refused } from '../../platform/commands/index.ts'
import { createLibraryPool } from '../../platform/db/pool.ts'
import { openFiles } from '../../platform/files/index.ts'
import { createHttpApp } from '../../platform/http/index.ts'
import { newId } from '../../platform/ids.ts'
import { type JobHandler, startWorker } from '../../platform/jobs/index.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { sweepFiles } from '../files/index.ts'
import {
  addOrganisationExportRoutes,
  createExportNotes,
  createOrganisationExportJobs,
  createSweepOrganisationExports,
  exchangeCommands,
  exchangeQueries,
} from './index.ts'

const scene = await Scene.open({ commands: exchangeCommands, queries: exchangeQueries })
const dataDir = await mkdtemp(join(tmpdir(), 'millrace-whole-'))
const files = await openFiles({ dataDir, files: null })
const copyPool = createLibraryPool({
  connectionString: scene.database.url,
  role: scene.database.role,
  max: 2,
})
const { db } = scene.database
const deps = { db, registry: createRegistry(exchangeCommands, exchangeQueries, []), onCommitted: () => {} }
const faults: unknown[] = []
const around = {
  ...deps,
  files,
  copyPool,
  version: '0.0.1',
  onFault: (error: unknown) => void faults.push(error),
}

/** Who asks by HTTP. */
let asking: Principal = scene.principal('stranger')
const app = await createHttpApp({
  logger: pino({ level: 'silent' }),
  isHttps: false,
  rateLimit: { perMinute: 0, keyOf: () => 'all' },
})
addOrganisationExportRoutes(app, {
  db,
  files,
  authenticate: () => Promise.resolve(asking),
  onHandedOut: createExportNotes(deps),
})
afterAll(async () => {
  await app.close()
  await copyPool.end()
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})
afterEach(async () => {
  await scene.sql('delete from organisation_export')
  await scene.sql('delete from job')
  await rm(join(dataDir, 'files'), { recursive: true, force: true })
})

const admin = (): Principal => ({
  ...scene.principal('manager'),
  orgRole: 'admin',
  access: { version: 1, containers: 'all', fields: EVERY_FIELD },
})

async function run(name: string, input: unknown, principal = admin()): Promise<unknown> {
  const { results } = await execute(deps, { principal, calls: [{ name, input }] })
  return results[0]
}

async function list(): Promise<readonly OrganisationExportView[]> {
  const answer = await ask(deps, { principal: admin(), name: 'exchange.listOrganisationExports', input: {} })
  return (answer as { exports: OrganisationExportView[] }).exports // The answer of that question.
}

async function begin(): Promise<string> {
  const id = newId()
  await run('exchange.startOrganisationExport', { id })
  return id
}

/** Works until nothing is left to do. */
async function work(handlers: ReadonlyMap<string, JobHandler> = createOrganisationExportJobs(around)) {
  const worker = startWorker({ db, handlers, onFault: () => {} })
  while ((await scene.sql('select 1 from job where run_at <= now() and attempts < max_attempts')).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 10))
  await worker.stop()
}

const fetchFrom = (id: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/o/${scene.organisationId}/organisation-exports/${id}/content`, headers })

const codeOf = async (doing: Promise<unknown>) =>
  await doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
  )

const keptFiles = async () =>
  (await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])).filter(
    (one) => one.isFile(),
  ).length

test('an export is made in the background, told of, fetched whole and in parts, and removed', async () => {
  const id = await begin()
  expect(await list()).toMatchObject([{ id, state: 'running', sizeBytes: null }])
  await work()
  const [made] = await list()
  expect(made).toMatchObject({ id, state: 'ready', itemCount: 0, fileCount: 0, missingCount: 0 })
  expect((made?.expiresAt ?? 0) - Date.now()).toBeGreaterThan(6 * 86_400_000)
  asking = admin()
  const whole = await fetchFrom(id)
  expect(whole.statusCode).toBe(200)
  expect(whole.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-length': String(made?.sizeBytes),
    'content-disposition': expect.stringMatching(
      /^attachment; filename="scene-[\da-f-]+-\d{4}-\d\d-\d\d\.zip"/,
    ),
    'cache-control': 'private, no-store',
  })
  expect(whole.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const part = await fetchFrom(id, { range: 'bytes=10-19' })
  expect([part.statusCode, part.rawPayload]).toEqual([206, whole.rawPayload.subarray(10, 20)])
  expect((await fetchFrom(id, { range: 'bytes=999999999-' })).statusCode).toBe(416)
  const events = (await scene.newEvents()).filter(({ kind }) => kind.startsWith('exchange.'))
  expect(events.map(({ kind }) => kind)).toEqual([
    'exchange.organisation_export_started',
    'exchange.organisation_exported',
    'exchange.exported',
  ])
  expect(events[2]?.data).toMatchObject({ export: { name: expect.stringMatching(/^scene-.*\.zip$/) } })
  // What is to be fetched yet is nobody's orphan.
  expect(
    await sweepFiles({ db, files, now: Date.now() + 86_400_000 * 2 }, new AbortController().signal),
  ).toMatchObject({ count: 0 })
  await run('exchange.removeOrganisationExport', { id })
  await work()
  expect([await list(), await keptFiles()]).toEqual([[], 0])
  expect((await fetchFrom(id)).statusCode).toBe(404)
  expect(await codeOf(run('exchange.removeOrganisationExport', { id }))).toBe('platform.not_found')
})

test('nobody but those who run the organisation begins, sees, fetches or removes one', async () => {
  const id = await begin()
  await work()
  for (const who of ['manager', 'viewer', 'stranger'] as const) {
    const principal = scene.principal(who)
    expect(await codeOf(run('exchange.startOrganisationExport', { id: newId() }, principal))).toBe(
      'platform.not_allowed',
    )
    expect(await codeOf(run('exchange.removeOrganisationExport', { id }, principal))).toBe(
      'platform.not_allowed',
    )
    expect(await codeOf(ask(deps, { principal, name: 'exchange.listOrganisationExports', input: {} }))).toBe(
      'platform.not_allowed',
    )
    asking = principal
    expect((await fetchFrom(id)).statusCode).toBe(403)
  }
  asking = { ...admin(), scopes: ['read', 'write'] }
  expect((await fetchFrom(id)).json()).toMatchObject({ code: 'platform.not_allowed' })
  // Somebody who runs another organisation.
  asking = { ...admin(), organisationId: newId() }
  expect((await fetchFrom(id)).statusCode).toBe(404)
  expect((await fetchFrom('nothing')).statusCode).toBe(404)
})

test('one is made at a time, and an id is used once', async () => {
  const id = await begin()
  expect(await codeOf(run('exchange.startOrganisationExport', { id: newId() }))).toBe(
    'exchange.organisation_export_running',
  )
  asking = admin()
  expect((await fetchFrom(id)).json()).toMatchObject({ code: 'exchange.organisation_export_unready' })
  await work()
  expect(await codeOf(run('exchange.startOrganisationExport', { id }))).toBe('platform.exists')
  expect(await codeOf(begin())).toBe('done')
})

test('one that is cancelled leaves off and leaves nothing', async () => {
  const id = await begin()
  const put = files.put
  const began = Promise.withResolvers<void>()
  // The store takes the first bytes, and then waits for whoever cancels.
  const slow = {
    ...files,
    put: (content: AsyncIterable<Uint8Array>, options: { folder: string; maxBytes: number }) =>
      put(
        (async function* () {
          for await (const piece of content) {
            began.resolve()
            await new Promise((resolve) => setTimeout(resolve, 300))
            yield piece
          }
        })(),
        options,
      ),
  }
  const working = work(createOrganisationExportJobs({ ...around, files: slow }))
  await began.promise
  await run('exchange.removeOrganisationExport', { id })
  await working
  expect([await list(), await keptFiles(), faults]).toEqual([[], 0, []])
})

test('one that cannot be made is said to have failed', async () => {
  await begin()
  const full = { ...files, put: () => Promise.reject(new Error('the disk is full')) }
  const handlers = createOrganisationExportJobs({ ...around, files: full })
  for (let attempt = 0; attempt < 3; attempt++) {
    await scene.sql('update job set run_at = now()')
    await work(handlers)
  }
  expect(await list()).toMatchObject([{ state: 'failed', sizeBytes: null }])
  expect(faults.splice(0)).toMatchObject([{ message: 'the disk is full' }])
})

test('one whose time is over is swept with its file', async () => {
  await begin()
  await work()
  const sweep = createSweepOrganisationExports({ db, files })
  await sweep.run(new AbortController().signal)
  expect([(await list()).length, await keptFiles()]).toEqual([1, 1])
  await scene.sql(`update organisation_export set expires_at = now() - interval '1 minute'`)
  await sweep.run(new AbortController().signal)
  expect([await list(), await keptFiles()]).toEqual([[], 0])
})

test('a content that is lost does not keep the rest from going out, and is named', async () => {
  const place = await scene.addContainer('list')
  const { sha256 } = await files.put(Readable.from(['there']), { folder: scene.organisationId, maxBytes: 10 })
  for (const sum of [sha256, 'ab'.repeat(32)])
    await scene.sql(
      `insert into file (organisation_id, id, container_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
       values ($1, $2, $3, 'a.txt', 'text/plain', 5, $4, $5, now())`,
      [scene.organisationId, newId(), place, sum, scene.personId('manager')],
    )
  await begin()
  await work()
  expect(await list()).toMatchObject([{ state: 'ready', fileCount: 1, missingCount: 1 }])
})
