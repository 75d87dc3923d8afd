import { afterAll, beforeEach, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { workCommands, workQueries, workReactions } from '../work/index.ts'
import { caseCommands, caseQueries, caseReactions, createCaseTimeJobs } from './index.ts'
import { CaseLab, openCases, when } from './testing/plan-scene.ts'
import { CASE_TIMERS_JOB } from './wake-timers.ts'

const scene = await openCases()
afterAll(() => scene.close())
/** Before the clock of workers, which is the real one. */
const MONDAY = Date.parse('2026-03-02T08:00:00Z')
beforeEach(async () => {
  scene.now = MONDAY
  await scene.sql('delete from job')
})

const after = (expression: string) => ({ kind: 'timerListener' as const, timer: { expression, from: null } })

const duesOf = async () =>
  (await scene.sql('select run_at from job where kind = $1 order by run_at', [CASE_TIMERS_JOB])).map((row) =>
    Number(row['run_at']),
  )

/** Carries out what waits, whether its time has come or not; tells how many jobs there were. */
async function work(): Promise<number> {
  const rows = await scene.sql('delete from job where kind = $1 returning *', [CASE_TIMERS_JOB])
  const deps = {
    db: scene.database.db,
    registry: createRegistry(
      [...workCommands, ...caseCommands],
      [...workQueries, ...caseQueries],
      [...workReactions, ...caseReactions],
    ),
    onCommitted: () => {},
  }
  const handler = createCaseTimeJobs(deps).get(CASE_TIMERS_JOB)
  for (const row of rows) await handler?.(row as Job, new AbortController().signal)
  return rows.length
}

test('a moment that has come lets its case go on, once', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Three days', ...after('P3D') })
  await lab.add({ name: 'Remind', entry: [when(['Three days', 'occur'])] })
  expect(await duesOf()).toEqual([MONDAY + 3 * 86_400_000])
  expect(await lab.places()).toEqual({ later: ['Three days', 'Remind'] })
  expect(await work()).toBe(1)
  expect(await lab.places()).toEqual({ done: ['Three days'], now: ['Remind'] })
  expect((await lab.entry('Remind')).itemId).not.toBeNull()
  await work()
  expect(await lab.places()).toEqual({ done: ['Three days'], now: ['Remind'] })
})

test('before its time nothing happens, and a worker is woken for it', async () => {
  scene.now = null
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'Some day', ...after('2190-01-01T00:00:00Z') })
  await work()
  expect(await lab.places()).toEqual({ later: ['Some day'] })
  expect(await duesOf()).toContain(Date.parse('2190-01-01T00:00:00Z'))
})

test('a case that rests waits for its moments until it goes on', async () => {
  const lab = await CaseLab.open(scene)
  await lab.add({ name: 'One hour', ...after('PT1H') })
  await lab.add({ name: 'Remind', entry: [when(['One hour', 'occur'])] })
  await scene.run('manager', 'case.actOnCase', { containerId: lab.containerId, act: 'suspend' })
  await work()
  expect((await lab.plan()).status).toBe('suspended')
  await scene.run('manager', 'case.actOnCase', { containerId: lab.containerId, act: 'resume' })
  await work()
  expect(await lab.places()).toMatchObject({ now: ['Remind'] })
})
