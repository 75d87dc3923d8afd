import type { PlanRowView, PlanView, ResourceView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { foresee } from '../../../../platform/store/foresee.ts'
import { type Call, callOf, type Item } from '../../../../platform/store/index.ts'
import { writeOf } from '../../../../platform/store/kinds.ts'
import { Pool } from '../../../../platform/store/pool.ts'
import { addForecasts } from '../../../../platform/store/predict.ts'
import { assignForecasts } from '../../../../platform/store/predict-assign.ts'
import { groundForecasts } from '../../../../platform/store/predict-ground.ts'
import { planForecasts } from '../../../../platform/store/predict-plan.ts'
import { CONTAINER, TYPE } from '../../../../platform/store/testing/stand-ins.ts'
import { groundWrites } from '../ground-writes.ts'
import { newRow } from '../new-row.ts'
import { planItemOf } from '../plan-item-of.ts'
import { callsOfLeavingOut } from './leave-out.ts'
import { whatIf } from './what-if.ts'

addForecasts({ ...planForecasts, ...assignForecasts, ...groundForecasts })

const DAY = 480
const P = CONTAINER.id
const CRANE = {
  ...{ id: 'crane', containerId: P, kind: 'machine', name: 'Crane', maxUnits: 1, calendarId: null },
  ...{ crewMemberIds: [], availability: [], rates: [], skills: [] },
} as unknown as ResourceView // What a plan looks at.

const FS = { kind: 'precedes', linkType: 'FS', lag: 0, lagUnit: 'workingMin' } as const
const LINKS: PlanView['links'] = [
  { id: 'dig-pour', fromId: 'dig', toId: 'pour', ...FS },
  { id: 'pour-wall', fromId: 'pour', toId: 'wall', ...FS },
]

/** A pit, a slab and a wall, one after the other; the crane lifts the wall. */
function standing() {
  const pool = new Pool()
  const directory = [writeOf('type', TYPE.id, TYPE), writeOf('container', P, CONTAINER)]
  for (const write of directory) pool.confirm(write, 1)
  const made = ['dig', 'pour', 'wall'].map((id) =>
    callOf('work.createItem', { id, containerId: P, title: id, effortMin: 2 * DAY }),
  )
  const created = foresee(pool, [made], CONTEXT).writes.item
  const items = [...created.values()].filter((item): item is Item => item !== null)
  const rows = items.map(({ id, key, title, effortMin }) =>
    newRow({ itemId: id, key, title, effortMin, isEffortDriven: true, durationMin: 2 * DAY }),
  )
  const plan = {
    ...{
      rows,
      links: LINKS,
      phases: [],
      calendars: [],
      resources: [CRANE],
      hasRollingWave: false,
      outside: { links: [] },
    },
    settings: {
      isScheduled: true,
      startAt: 0,
      startsAt: null,
      statusAt: null,
      isCurrent: true,
      refusal: null,
    },
    assignments: [
      {
        ...{ id: 'lift', itemId: 'wall', resourceId: 'crane', units: 1, workMin: 2 * DAY, actualWorkMin: 0 },
        ...{ alternatives: null, startAt: null, finishAt: null, costMinor: null },
      },
    ],
  } as unknown as PlanView // What a what-if looks at.
  const kept = [
    ...items.map((item) => writeOf('item', item.id, item)),
    ...rows.map((row) => writeOf('planItem', row.itemId, planItemOf(row, P))),
    ...plan.assignments.map((each) => writeOf('assignment', each.id, each)),
    ...groundWrites(pool, P, plan),
  ]
  for (const write of kept) pool.confirm(write, 1)
  return { pool, plan, rows, items }
}

const CONTEXT = {
  now: 5,
  personId: 'me',
  newId: () => 'new',
  actor: { kind: 'person', personId: 'me' },
} as const

/** The plan with some commands in a scenario. */
function tryOut({ pool, plan, rows, items }: ReturnType<typeof standing>, ...calls: readonly Call[]) {
  const scenario = { id: 's', name: 'S', undone: [], steps: [{ id: '1', label: '1', calls }] }
  const { writes, refused } = foresee(pool, [calls], CONTEXT)
  expect(refused).toEqual([null])
  const tables = {
    assignment: pool.table('assignment'),
    resource: pool.table('resource'),
    calendar: pool.table('calendar'),
    plan: pool.table('plan'),
  }
  return whatIf({ plan, rows }, { scenario, writes }, { containerId: P, timeZone: 'UTC', items, tables })
}

const row = (rows: readonly PlanRowView[], itemId: string) => rows.find((each) => each.itemId === itemId)

test('without changes everything stays the same', () => {
  const before = standing()
  const { plan, rows } = tryOut(before)
  expect(rows).toBe(before.rows)
  expect(plan).toBe(before.plan)
})

test('a second crane that lifts the same wall makes that shorter; the plan as it stands is left alone', () => {
  const before = standing()
  const { plan, rows } = tryOut(
    before,
    callOf('schedule.saveResource', { id: 'crane2', containerId: P, kind: 'machine', name: 'Crane 2' }),
    callOf('schedule.assign', { id: 'lift2', containerId: P, itemId: 'wall', resourceId: 'crane2' }),
  )
  expect(plan.resources.map(({ id }) => id)).toEqual(['crane', 'crane2'])
  expect(plan.assignments.map(({ workMin }) => workMin)).toEqual([DAY, DAY])
  expect(row(rows, 'wall')?.durationMin).toBe(DAY)
  expect(row(rows, 'pour')).toBe(row(before.rows, 'pour'))
  expect(before.pool.table('resource').size).toBe(1)
})

test('rules of the plan and what a resource has change within it only', () => {
  const before = standing()
  const { plan } = tryOut(
    before,
    callOf('schedule.changePlanSettings', { containerId: P, patch: { statusAt: 99, startsAt: 7 } }),
    callOf('schedule.saveResource', { ...before.plan.resources[0], ...CRANE, maxUnits: 2 }),
  )
  expect(plan.settings).toMatchObject({ statusAt: 99, startsAt: 7, startAt: 7, isCurrent: true })
  expect(plan.resources.map(({ maxUnits }) => maxUnits)).toEqual([2])
  expect(before.pool.read('plan', P)?.statusAt).toBeNull()
})

test('what is left out is not there, and what came before it comes before what came after', () => {
  const before = standing()
  const leaving = callsOfLeavingOut(new Set(['pour']), { ...before, links: LINKS, newId: () => 'bridge' })
  const { plan, rows } = tryOut(before, ...leaving)
  expect(rows.map(({ itemId }) => itemId)).toEqual(['dig', 'wall'])
  expect(plan.links.find(({ id }) => id === 'bridge')).toMatchObject({ fromId: 'dig', toId: 'wall' })
})
