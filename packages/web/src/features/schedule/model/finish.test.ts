import { expect, test } from 'vitest'
import { finishOf } from './finish.ts'

const phase = (state: 'current' | 'later', finishLowOn: string | null, finishHighOn: string | null) => ({
  state,
  finishLowOn,
  finishHighOn,
})
const near = phase('current', '2027-03-01', '2027-03-01')
const far = phase('later', '2027-09-01', '2027-12-15')
const plan = { phases: [near, far], hasRollingWave: true, datedOn: '2027-02-26' }

test('a plan without later phases ends on the day of its last work', () => {
  const on = { kind: 'on', on: '2027-02-26' }
  expect(finishOf({ ...plan, phases: [near] })).toEqual(on)
  expect(finishOf({ ...plan, hasRollingWave: false })).toEqual(on)
  expect(finishOf({ ...plan, phases: [], datedOn: null })).toBeNull()
})

test('a plan with later phases ends within the range of the last of them', () => {
  const range = { kind: 'between', lowOn: '2027-09-01', highOn: '2027-12-15' }
  expect(finishOf(plan)).toEqual(range)
  expect(finishOf({ ...plan, datedOn: null })).toEqual(range)
})

test('it does not end before work that has a date', () => {
  expect(finishOf({ ...plan, datedOn: '2027-10-01' })).toMatchObject({ lowOn: '2027-10-01' })
})

test('later phases without a range leave the end open', () => {
  const phases = [near, phase('later', null, null)]
  expect(finishOf({ ...plan, phases })).toEqual({ kind: 'open', nearOn: '2027-02-26' })
})
