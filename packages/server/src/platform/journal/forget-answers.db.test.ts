import { afterAll, expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { Scene } from '../testing/scene.ts'
import { createForgetAnswers } from './index.ts'

const scene = await Scene.open({ commands: [], queries: [] })
afterAll(() => scene.close())

const DAY_MS = 86_400_000

async function keepAnswer(key: string, ageMs: number): Promise<void> {
  await scene.sql(
    `insert into idempotency (organisation_id, person_id, key, request_hash, response, created_at)
     values ($1, $2, $3, '', '{}', $4)`,
    [scene.organisationId, newId(), key, new Date(Date.now() - ageMs)],
  )
}

test('answers kept for repeated requests are forgotten after a week, not before', async () => {
  await keepAnswer('of last month', 30 * DAY_MS)
  await keepAnswer('of eight days ago', 8 * DAY_MS)
  await keepAnswer('of this week', 6 * DAY_MS)
  await createForgetAnswers(scene.database.db, (_db, _signal, carry) => carry(scene.organisationId)).run(
    new AbortController().signal,
  )
  const rows = await scene.sql('select key from idempotency where organisation_id = $1', [
    scene.organisationId,
  ])
  expect(rows).toEqual([{ key: 'of this week' }])
})
