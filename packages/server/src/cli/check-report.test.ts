import { expect, test } from 'vitest'
import type { CheckedPlan, FoundViolation } from '../features/schedule/index.ts'
import { describeChecked, isBroken } from './check-report.ts'

const SOUND: CheckedPlan = {
  datedCount: 12,
  isScheduled: true,
  isCurrent: true,
  refusal: null,
  violations: [],
}
const found = (kind: FoundViolation['kind']): FoundViolation => ({
  kind,
  subject: 'TWR-3 Pour',
  wantedMin: kind === 'duration' ? 960 : null,
  foundMin: kind === 'duration' ? 480 : null,
})

test('a sound plan is one line', () => {
  expect(describeChecked('acme TWR Tower', SOUND)).toEqual(['ok      acme TWR Tower: 12 dated'])
})

test('what is broken is named, with minutes where they say more', () => {
  const plan = { ...SOUND, violations: [found('duration'), found('deadline')] }
  expect(describeChecked('acme TWR Tower', plan)).toEqual([
    'BROKEN  acme TWR Tower: 12 dated, 2 to look at',
    '        TWR-3 Pour: does not take as long as it should (960 working minutes, and there are 480)',
    '        TWR-3 Pour: misses its deadline',
  ])
})

test.each<[string, Partial<CheckedPlan>, boolean]>([
  ['a link that is not kept', { violations: [found('link')] }, true],
  ['a missed deadline', { violations: [found('deadline'), found('constraint'), found('overload')] }, false],
  ['a link in dates that people keep', { isScheduled: false, violations: [found('link')] }, false],
  ['a link before the plan is calculated anew', { isCurrent: false, violations: [found('link')] }, false],
  ['a circle', { refusal: { code: 'schedule.link_circle', params: { path: ['A', 'B'] } } }, true],
])('whether a plan is broken by %s', (_name, plan, broken) => {
  expect(isBroken({ ...SOUND, ...plan })).toBe(broken)
})

test('why a plan cannot be calculated is said in words', () => {
  const refusal = { code: 'schedule.link_circle', params: { path: ['TWR-1 Dig', 'TWR-2 Pour'] } }
  expect(describeChecked('acme TWR Tower', { ...SOUND, refusal })[1]).toBe(
    '        These would wait for each other in a circle: TWR-1 Dig, TWR-2 Pour.',
  )
})

test('of very many only the first are shown', () => {
  const violations = Array.from({ length: 60 }, () => found('link'))
  expect(describeChecked('acme TWR Tower', { ...SOUND, violations }).at(-1)).toBe('        … and 10 more')
})
