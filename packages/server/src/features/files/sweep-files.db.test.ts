import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { openFiles } from '../../platform/files/index.ts'
import { newId } from '../../platform/ids.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { attachFile, findOrphans, sweepFiles } from './index.ts'

const scene = await Scene.open({ commands: [], queries: [] })
const dataDir = await mkdtemp(join(tmpdir(), 'millrace-sweep-'))
const files = await openFiles({ dataDir, files: null })
afterAll(async () => {
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})

const { db } = scene.database
const signal = new AbortController().signal
const LONG_AGO = new Date(Date.now() - 2 * 86_400_000)

async function* bytesOf(content: string) {
  yield await Promise.resolve(Buffer.from(content))
}

/** Keeps a content, as if it had been there for two days. */
async function keep(content: string, folder: string = scene.organisationId) {
  const stored = await files.put(bytesOf(content), { folder, maxBytes: 1_000 })
  await utimes(join(dataDir, 'files', stored.key), LONG_AGO, LONG_AGO)
  return stored
}

const isKept = async (key: string) => {
  const stream = await files.open(key)
  if (stream) await text(stream)
  return stream !== null
}

test('a content that nothing refers to is forgotten after a day, and nothing else is', async () => {
  const place = { kind: 'container' as const, id: await scene.addContainer('list') }
  const attached = await keep('attached')
  const deps = { db, registry: createRegistry([], [], []), onCommitted: () => {} }
  await attachFile(deps, {
    principal: scene.principal('manager'),
    file: { id: newId(), name: 'a.txt', mediaType: 'text/plain', ...attached, place },
  })
  const runId = newId<'ImportRun'>()
  const imported = await keep('imported', `imports/${scene.organisationId}/${runId}`)
  await scene.sql(
    `insert into import_run (organisation_id, id, format, file_name, file_key, file_size, started_by, state, created_at, updated_at)
     values ($1, $2, 'csv', 'a.csv', $3, 8, $4, 'uploaded', now(), now())`,
    [scene.organisationId, runId, imported.key, scene.personId('manager')],
  )
  const foreign = await keep('of nobody', 'elsewhere')
  const orphan = await keep('orphan')
  const left = await keep('left', `imports/${scene.organisationId}/${newId()}`)
  const elsewhere = await keep('attached', newId())
  const young = await files.put(bytesOf('young'), { folder: scene.organisationId, maxBytes: 1_000 })

  const found: string[] = []
  for await (const { key } of findOrphans({ db, files })) found.push(key)
  expect(found.toSorted()).toEqual([orphan.key, left.key, elsewhere.key].toSorted())
  expect(await sweepFiles({ db, files }, signal)).toEqual({ count: 3, sizeBytes: 18 })
  expect(await Promise.all([attached, imported, foreign, young].map(({ key }) => isKept(key)))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(await sweepFiles({ db, files }, signal)).toEqual({ count: 0, sizeBytes: 0 })
})

test('a content put again while it is swept stays', async () => {
  const { key } = await keep('put again')
  const slow = {
    ...files,
    removeKeptBefore: async (wanted: string, before: number) => {
      await files.put(bytesOf('put again'), { folder: scene.organisationId, maxBytes: 1_000 })
      return await files.removeKeptBefore(wanted, before)
    },
  }
  expect(await sweepFiles({ db, files: slow }, signal)).toMatchObject({ count: 0 })
  expect(await isKept(key)).toBe(true)
})
