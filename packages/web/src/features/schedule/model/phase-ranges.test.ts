import { addDays } from '@millrace/core/kernel'
import { expect, test } from 'vitest'
import { middleOf, packageRanges, phaseRanges, phaseSpans } from './phase-ranges.ts'

const row = (
  itemId: string,
  parentId: string | null,
  phaseId: string | null,
  startAt: number | null = null,
) => ({
  ...{ itemId, parentId, phaseId, startAt },
})
const phase = (id: string, state: 'current' | 'later', finishHighOn: string | null = '2027-09-30') => ({
  ...{ id, state, finishHighOn },
  ...{ startsOn: '2027-04-01', finishLowOn: '2027-08-31' },
})
const phases = [phase('near', 'current'), phase('far', 'later'), phase('open', 'later', null)]
const rows = [
  row('1', null, 'near'),
  row('2', null, 'far'),
  row('2.1', '2', 'far'),
  row('3', null, null),
  row('3.1', '3', 'far'),
  row('4', null, 'far', 1),
  row('5', null, 'open'),
]

test('later phases show their range where their work begins in the outline', () => {
  const ranges = phaseRanges(rows, { phases, hasRollingWave: true })
  expect([...ranges.keys()]).toEqual(['2', '3.1'])
  expect(ranges.get('2')).toEqual({ from: '2027-04-01', low: '2027-08-31', high: '2027-09-30' })
})

test('a package that says how much work it is has its own range, within its phase', () => {
  const packages = [...rows, row('5.1', '5', 'open')].map((each) => ({
    ...each,
    isSummary: each.itemId === '2',
  }))
  const known = {
    effortOf: (itemId: string) =>
      itemId === '3.1' ? { lowMin: 5 * 480, highMin: 4_000 * 480 } : { lowMin: 480, highMin: 960 },
    lastOf: (from: string, days: number) => addDays(from, days - 1),
  }
  const ranges = packageRanges(packages, { phases, hasRollingWave: true }, known)
  expect([...ranges.keys()]).toEqual(['2.1', '3.1'])
  expect(ranges.get('2.1')).toEqual({ from: '2027-04-01', low: '2027-04-01', high: '2027-04-02' })
  expect(ranges.get('3.1')).toEqual({ from: '2027-04-01', low: '2027-04-05', high: '2027-09-30' })
  expect(packageRanges(packages, { phases, hasRollingWave: false }, known).size).toBe(0)
})

test('the middle of a range lies between its ends', () => {
  expect(middleOf({ from: '2027-04-01', low: '2027-08-31', high: '2027-09-30' })).toBe('2027-09-15')
  expect(middleOf({ from: '2027-04-01', low: '2027-08-31', high: '2027-08-31' })).toBe('2027-08-31')
})

test('a plan without waves has no ranges', () => {
  expect(phaseRanges(rows, { phases, hasRollingWave: false }).size).toBe(0)
})

test('a phase without a start begins when the one before it may be over', () => {
  const spans = phaseSpans([
    phase('one', 'current'),
    { ...phase('two', 'later', '2027-12-15'), startsOn: null, finishLowOn: null },
    { ...phase('three', 'later', null), startsOn: null, finishLowOn: null },
    { ...phase('four', 'later'), startsOn: null, finishLowOn: '2028-01-31', finishHighOn: '2028-02-28' },
  ])
  expect([...spans].map(([id, { from, low }]) => [id, from, low])).toEqual([
    ['one', '2027-04-01', '2027-08-31'],
    ['two', '2027-09-01', '2027-12-15'],
  ])
})
