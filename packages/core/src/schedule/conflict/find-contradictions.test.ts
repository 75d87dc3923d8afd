import { expect, test } from 'vitest'
import type { Constraint, PlanInput } from '../network/plan.ts'
import { DAY, link, minute, plan, task } from '../network/testing/small-plan.ts'
import { findContradictions } from './find-contradictions.ts'

const on = (kind: Constraint['kind'], day: string): Constraint => ({ kind, at: minute(`${day}Z`) })
const chain = (
  before: Constraint | null,
  after: Constraint,
  options: Partial<PlanInput['options']> = {},
): PlanInput => {
  const tasks = [
    task('a', { constraint: before }),
    task('b', { durationMin: 3 * DAY }),
    task('c', { constraint: after }),
  ]
  const input = plan(tasks, [link('a', 'b'), link('b', 'c')])
  return { ...input, options: { ...input.options, ...options } }
}

test.each<[string, Constraint, Constraint, boolean]>([
  [
    'a start that comes before what must come first can be done',
    on('MSO', '2026-11-09T08:00'),
    on('SNLT', '2026-11-12T08:00'),
    true,
  ],
  ['one with a day to spare', on('MSO', '2026-11-09T08:00'), on('SNLT', '2026-11-13T08:00'), false],
  [
    'a finish on the day before it can begin',
    on('MFO', '2026-11-09T17:00'),
    on('FNLT', '2026-11-12T17:00'),
    true,
  ],
  ['two starts on one day', on('MSO', '2026-11-09T08:00'), on('MSO', '2026-11-09T08:00'), true],
])('%s', (_, before, after, contradicts) => {
  const found = findContradictions(chain(before, after))
  expect(found).toEqual(
    contradicts ? [{ beforeId: 'a', afterId: 'c', linkIds: new Set(['a-b', 'b-c']) }] : [],
  )
})

test('what is only late, or wanted no earlier, contradicts nothing', () => {
  const late = on('SNLT', '2026-11-05T08:00')
  expect(findContradictions(chain(null, late))).toEqual([])
  expect(findContradictions(chain(on('SNET', '2026-11-16T08:00'), late))).toEqual([])
  const statusAt = minute('2026-11-30T08:00Z')
  const fits = chain(on('MSO', '2026-11-09T08:00'), on('SNLT', '2026-11-13T08:00'), { statusAt })
  expect(findContradictions(fits)).toEqual([])
})

test('that the project begins later is no excuse', () => {
  const startAt = minute('2026-12-01T08:00Z')
  const early = chain(on('MSO', '2026-11-09T08:00'), on('SNLT', '2026-11-12T08:00'), { startAt })
  expect(findContradictions(early)).toMatchObject([{ beforeId: 'a', afterId: 'c' }])
})

test('where dates win over links, links give way', () => {
  const input = chain(on('MSO', '2026-11-09T08:00'), on('MSO', '2026-11-09T08:00'), { precedence: 'dates' })
  expect(findContradictions(input)).toEqual([])
})

test('a date on which nobody works contradicts nothing else', () => {
  expect(findContradictions(plan([task('a', { constraint: on('MSO', '2026-11-07T08:00') })]))).toEqual([])
})
