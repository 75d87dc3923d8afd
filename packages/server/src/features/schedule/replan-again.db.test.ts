import { seededRandom } from '@millrace/core/kernel'
import { ProjectCalculation } from '@millrace/core/schedule'
import { afterAll, expect, test } from 'vitest'
import { Refused } from '../../platform/commands/index.ts'
import { inSnapshot } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { savePlan } from './index.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { readProjectPlan } from './queries/read-project-plan.ts'
import { openProject, PLANNING, startWorker, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const DAY = 480
const ITEMS = 12
const MONDAY = Date.parse('2026-03-02T00:00:00Z')

async function openRow(): Promise<{ containerId: string; itemIds: string[] }> {
  const containerId = await openProject(scene)
  const itemIds = Array.from({ length: ITEMS }, () => newId())
  for (const [at, id] of itemIds.entries()) {
    const place = { title: `Step ${at}`, rank: `V${100 + at}V` }
    await scene.run('contributor', 'work.createItem', { id, containerId, ...place })
    const patch = { durationMin: DAY }
    await scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId: id, patch })
  }
  return { containerId, itemIds }
}

/** Some of what chance comes upon cannot be done. */
async function unlessRefused(doing: Promise<unknown>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })
}

/** What stands in the database, and what follows from all that is there. */
async function compared(projectId: string) {
  const { organisationId } = scene
  const { rows, conflicts } = await scene.ask('viewer', 'schedule.getPlan', { containerId: projectId })
  const plan = await inSnapshot(scene.database.db, organisationId, async (tx) => {
    const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
    return state && (await readProjectPlan(tx, organisationId, { projectId, state }))
  })
  const fresh = plan && new ProjectCalculation().calculate(plan)
  const dates = fresh?.ok ? fresh.value.dates : []
  const placed = dates.map(({ itemId, startAt, finishAt, totalFloatMin, reason }) => {
    return { itemId, startAt, finishAt, totalFloatMin, reason }
  })
  const byId = new Map(rows.map((row) => [row.itemId, row]))
  const stands = dates.map(({ itemId }) => {
    const { startAt, finishAt, totalFloatMin, reason } = byId.get(itemId) ?? {}
    return { itemId, startAt, finishAt, totalFloatMin, reason }
  })
  return {
    stands: { dates: stands, conflicts: conflicts.length, ok: fresh?.ok },
    follows: { dates: placed, conflicts: fresh?.ok ? fresh.value.conflicts.length : 0, ok: true },
  }
}

test('whatever is changed, a worker that remembers the plan comes to the dates of one that reads it anew', async () => {
  const { containerId, itemIds } = await openRow()
  const worker = startWorker(scene)
  const random = seededRandom(7)
  const below = (count: number) => Math.floor(random() * count)
  const links = new Map<string, readonly [number, number]>()
  const assignments = new Map<string, string>()
  const crane = newId()
  const resource = { id: crane, containerId, kind: 'machine' as const, name: 'Crane' } // One of the kinds.
  await scene.run('manager', 'schedule.saveResource', resource)

  const item = () => itemIds[below(itemIds.length)] ?? ''
  const change = (patch: Record<string, unknown>) =>
    scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId: item(), patch })
  const steps: readonly (() => Promise<unknown>)[] = [
    () => change({ durationMin: (1 + below(6)) * DAY }),
    () => change({ constraintKind: 'SNET', constraintAt: MONDAY + below(30) * 86_400_000 }),
    () => change({ constraintKind: null, constraintAt: null }),
    () => change({ deadlineAt: MONDAY + below(20) * 86_400_000 }),
    () => change({ isElapsed: below(2) === 0 }),
    () => change({ durationMin: 4 * DAY, splits: [{ afterMin: (1 + below(3)) * DAY, pauseMin: DAY }] }),
    () => unlessRefused(change({ isHammock: below(2) === 0 })),
    async () => {
      const [from, to] = [below(ITEMS - 1), below(ITEMS)]
      if (from >= to || [...links.values()].some(([one, other]) => one === from && other === to)) return
      const id = newId()
      links.set(id, [from, to])
      const ends = { fromId: itemIds[from] ?? '', toId: itemIds[to] ?? '' }
      await scene.run('contributor', 'work.relateItems', { id, ...ends, kind: 'precedes' })
    },
    async () => {
      const [id] = [...links.keys()].slice(below(links.size))
      if (id === undefined) return
      links.delete(id)
      await scene.run('contributor', 'work.unrelateItems', { id })
    },
    () =>
      scene.run('contributor', 'work.moveItem', { id: item(), stateId: below(3) === 0 ? 'done' : 'ready' }),
    () => scene.run('contributor', 'work.changeItem', { id: item(), patch: { effortMin: below(4) * 240 } }),
    async () => {
      const itemId = item()
      if (assignments.has(itemId)) return
      assignments.set(itemId, newId())
      const put = { id: assignments.get(itemId) ?? '', containerId, itemId, resourceId: crane }
      await scene.run('contributor', 'schedule.assign', put)
    },
    () =>
      scene.run('manager', 'schedule.changePlanSettings', {
        containerId,
        patch: { criticalMin: below(3) * DAY },
      }),
    async () => {
      const parentId = itemIds[below(3)] ?? ''
      await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title: 'Part', parentId })
    },
    async () => {
      const id = item()
      await scene.run('contributor', 'work.archiveItem', { id })
      if (below(2) === 0) await workOff(scene, worker)
      await scene.run('contributor', 'work.restoreItem', { id })
    },
  ]
  for (let at = 0; at < 90; at += 1) {
    await steps[below(at < 80 ? steps.length - 2 : steps.length)]?.()
    if (below(3) > 0) continue
    await workOff(scene, worker)
    const { stands, follows } = await compared(containerId)
    expect(stands).toEqual(follows)
  }
})

test('what a file brings to a plan that is calculated is read by a worker that remembers it', async () => {
  const { containerId, itemIds } = await openRow()
  const worker = startWorker(scene)
  const [first = '', second = ''] = itemIds
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { isScheduled: true } })
  const mornings = [{ from: 480, to: 720 }]
  const calendarId = newId()
  await scene.run('manager', 'schedule.saveCalendar', {
    ...{ id: calendarId, containerId, baseId: null, name: 'Mornings' },
    definition: {
      ...{ timeZone: 'UTC', periods: [], exceptions: [] },
      week: [mornings, mornings, mornings, mornings, mornings, [], []],
    },
  })
  const crane = { id: newId<'Resource'>(), containerId, kind: 'machine' as const, name: 'Crane', calendarId } // One of the kinds.
  await scene.run('manager', 'schedule.saveResource', crane)
  await workOff(scene, worker)
  const work = { units: 1, workMin: DAY, actualWorkMin: 0, startAt: null, finishAt: null, costMinor: null }
  const assignment = { id: newId<'Assignment'>(), itemId: second, resourceId: crane.id, ...work }
  await scene.within('manager', (unit) =>
    savePlan(unit, { projectId: containerId, assignments: [assignment] }),
  )
  await scene.run('contributor', 'schedule.changePlanItem', {
    ...{ containerId, itemId: first, patch: { durationMin: 2 * DAY } },
  })
  await workOff(scene, worker)
  const { stands, follows } = await compared(containerId)
  expect(stands).toEqual(follows)
})

test('what nobody changed is not read again, and forgotten when anything else may have been changed', async () => {
  const { containerId, itemIds } = await openRow()
  const worker = startWorker(scene)
  const [first = '', second = ''] = itemIds
  const plan = (itemId: string, durationMin: number) =>
    scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch: { durationMin } })
  const finishOfSecond = async () => {
    await workOff(scene, worker)
    const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
    return new Date(rows.find(({ itemId }) => itemId === second)?.finishAt ?? 0).toISOString().slice(0, 16)
  }
  await plan(second, DAY)
  expect(await finishOfSecond()).toBe('2026-03-02T17:00')
  // Past the application, so that nobody is told.
  await scene.sql('update plan_item set duration_min = $2 where item_id = $1', [second, 3 * DAY])
  await plan(first, 2 * DAY)
  expect(await finishOfSecond()).toBe('2026-03-02T17:00')
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { criticalMin: DAY } })
  expect(await finishOfSecond()).toBe('2026-03-04T17:00')
})
