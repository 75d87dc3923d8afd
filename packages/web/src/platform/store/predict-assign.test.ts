import { expect, test } from 'vitest'
import { callOf } from './calls.ts'
import { Draft } from './draft.ts'
import { type Assignment, writeOf } from './kinds.ts'
import { Pool } from './pool.ts'
import { addForecasts, predictAll } from './predict.ts'
import { assignForecasts } from './predict-assign.ts'

addForecasts(assignForecasts)

const ANN: Assignment = {
  ...{ id: 'ann', itemId: 'item', resourceId: 'r-ann', units: 1, workMin: 480, actualWorkMin: 0 },
  ...{ startAt: null, finishAt: null, costMinor: null, alternatives: null },
}

test('who may do it instead is shown at once, and taken back with the rest', () => {
  const pool = new Pool()
  pool.confirm(writeOf('assignment', ANN.id, ANN), 1)
  const draft = new Draft(pool, 'base')
  const change = (patch: Parameters<typeof callOf<'schedule.changeAssignment'>>[1]['patch']) =>
    predictAll(draft, [callOf('schedule.changeAssignment', { id: 'ann', patch })], {
      ...{ now: 5, personId: 'me', newId: () => 'new' },
      actor: { kind: 'person', personId: 'me' },
    })
  const alternatives = { kind: 'skill', skill: 'welding' } as const
  const { inverse } = change({ units: 0.5, alternatives })
  expect(draft.read('assignment', 'ann')).toEqual({ ...ANN, units: 0.5, alternatives })
  expect(inverse).toEqual([
    callOf('schedule.changeAssignment', { id: 'ann', patch: { units: 1, alternatives: null } }),
  ])
  const given = change({ resourceId: null })
  expect(draft.read('assignment', 'ann')).toMatchObject({ resourceId: null, alternatives })
  expect(given.inverse).toEqual([
    callOf('schedule.changeAssignment', { id: 'ann', patch: { resourceId: 'r-ann' } }),
  ])
})
