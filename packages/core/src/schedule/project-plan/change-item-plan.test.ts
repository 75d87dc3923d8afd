import { expect, test } from 'vitest'
import { addAssignee } from '../work-model/change-assignees.ts'
import { changeWork } from '../work-model/change-work.ts'
import { changeItemPlan, changeItemWork, type ItemPlan } from './change-item-plan.ts'
import type { PlanFields, PlanPatch } from './change-plan-fields.ts'

const FIELDS: PlanFields = {
  ...{
    startAt: null,
    finishAt: null,
    durationMin: null,
    isElapsed: false,
    isHammock: false,
    percentComplete: 0,
    isManual: false,
  },
  ...{ constraintKind: null, constraintAt: null, deadlineAt: null, levelledAt: null, calendarId: null },
  ...{
    actualStartAt: null,
    actualFinishAt: null,
    remainingMin: null,
    splits: [],
    resumeAt: null,
    taskType: 'units',
    isEffortDriven: false,
  },
  ...{ quantity: null, quantityUnit: '', normMin: null, fixedCostMinor: null },
}
const item = { title: 'Wall', isSummary: false, isMilestone: false, hasOwnDays: false, effortMin: null }
const plan = (fields: Partial<PlanFields>, more: Partial<Omit<ItemPlan, 'fields'>> = {}): ItemPlan => ({
  ...{ effortMin: null, shares: [], ...more },
  fields: { ...FIELDS, ...fields },
})
const ann = { id: 'ann', units: 1, workMin: 480 }
const bob = { id: 'bob', units: 1, workMin: 480 }

function change(before: ItemPlan, patch: PlanPatch): ItemPlan {
  const after = changeItemPlan(before, patch, item)
  if (!after.ok) throw new Error(after.refusal.code)
  return after.value
}

test('without anybody on it, duration and effort are said on their own', () => {
  const estimated = plan({}, { effortMin: 960 })
  expect(change(estimated, { durationMin: 480 })).toMatchObject({
    fields: { durationMin: 480 },
    effortMin: 960,
  })
  expect(change(change(estimated, { durationMin: 480 }), { durationMin: null })).toEqual(estimated)
})

test('a new duration is a new effort of those who are on it', () => {
  const before = plan({ durationMin: 480, remainingMin: 60 }, { effortMin: 960, shares: [ann, bob] })
  expect(change(before, { durationMin: 960 })).toMatchObject({
    fields: { durationMin: 960, remainingMin: null },
    effortMin: 1_920,
    shares: [{ workMin: 960 }, { workMin: 960 }],
  })
})

test('the type that a change brings along counts for it', () => {
  const before = plan({ durationMin: 480 }, { effortMin: 480, shares: [ann] })
  expect(change(before, { taskType: 'work', durationMin: 240 })).toMatchObject({
    effortMin: 480,
    shares: [{ units: 2, workMin: 480 }],
  })
})

test('with its quantity an item takes over the norm of its kind, unless it has one of its own', () => {
  const wall = { ...item, usualNorm: { normMin: 36, unit: 'm²' } }
  const changed = (before: ItemPlan, patch: PlanPatch) => changeItemPlan(before, patch, wall)
  expect(changed(plan({}), { quantity: 40 })).toMatchObject({
    value: { effortMin: 1_440, fields: { normMin: 36, quantityUnit: 'm²' } },
  })
  expect(changed(plan({ normMin: 30, quantityUnit: 'm' }), { quantity: 40 })).toMatchObject({
    value: { effortMin: 1_200, fields: { normMin: 30, quantityUnit: 'm' } },
  })
  expect(changed(plan({}), { quantity: 40, normMin: null })).toMatchObject({
    value: { effortMin: null, fields: { normMin: null } },
  })
  expect(changed(plan({}), { percentComplete: 0 })).toMatchObject({ value: { fields: { normMin: null } } })
})

test('quantity times norm is the effort: of a wall of 40 square metres at 36 minutes each, 24 hours', () => {
  const alone = change(plan({ durationMin: 480 }), { quantity: 40, quantityUnit: 'm2', normMin: 36 })
  expect(alone).toMatchObject({ effortMin: 1_440, fields: { durationMin: null } })
  const shared = plan({ durationMin: 480 }, { effortMin: 960, shares: [ann, bob] })
  expect(change(shared, { quantity: 40, normMin: 36 })).toMatchObject({
    effortMin: 1_440,
    fields: { durationMin: 720 },
    shares: [{ workMin: 720 }, { workMin: 720 }],
  })
  expect(
    change(plan({ taskType: 'duration', durationMin: 480 }), { quantity: 2, normMin: 60 }),
  ).toMatchObject({
    effortMin: 120,
    fields: { durationMin: 480 },
  })
})

test('half a norm says nothing', () => {
  expect(change(plan({}, { effortMin: 60 }), { quantity: 40 })).toMatchObject({ effortMin: 60 })
})

test('whoever comes makes the duration one of shares, and shares and effort the same', () => {
  const come = (before: ItemPlan) =>
    changeItemWork(before, (task) => addAssignee(task, { id: 'ann', units: 0.5, workMin: null }))
  expect(come(plan({}, { effortMin: 480 }))).toMatchObject({
    value: { fields: { durationMin: 960 }, effortMin: 480, shares: [{ units: 0.5, workMin: 480 }] },
  })
  expect(come(plan({}))).toMatchObject({ value: { fields: { durationMin: 480 }, effortMin: 240 } })
})

test('around the clock, shares say nothing about time', () => {
  const hardening = plan({ isElapsed: true, durationMin: 2_880 }, { shares: [ann] })
  expect(change(hardening, { durationMin: 4_320 })).toMatchObject({
    fields: { durationMin: 4_320 },
    shares: [{ workMin: 480 }],
  })
  const longer = changeItemWork(hardening, (task) => changeWork(task, { kind: 'work', workMin: 60 }))
  expect(longer).toMatchObject({ value: { fields: { durationMin: 2_880 }, effortMin: 60 } })
})

test('what a field may not say is refused before anything follows', () => {
  expect(changeItemPlan(plan({}), { durationMin: 60 }, { ...item, isSummary: true })).toMatchObject({
    refusal: { code: 'schedule.summary_spans' },
  })
})
