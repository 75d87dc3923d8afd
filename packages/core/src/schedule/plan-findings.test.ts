import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFindings, type PlanFinding, type PlanRow, planFindings } from './index.ts'

const row = (itemId: string, parentId: string | null, percentComplete = 0): PlanRow => ({
  ...{ itemId, parentId, wbs: '1', level: 1, isSummary: false },
  ...{ startAt: null, finishAt: null, datesFrom: null, percentComplete },
})
const dates = (itemId: string, startAt: number) => ({
  ...{ itemId, startAt, finishAt: startAt + 60, lateFinishAt: 0, totalFloatMin: 30, freeFloatMin: 0 },
  ...{ startFloatMin: 0, finishFloatMin: 0, isCritical: true, isNearCritical: false, isOnLongestPath: true },
  ...{ reason: { kind: 'link' as const, id: null }, gaps: [], calendarWait: null },
})
const conflict = (itemId: string) => ({
  ...{ kind: 'deadline' as const, itemId, linkId: null, constraint: null },
  ...{ wantedAt: 0, gotAt: 1, offMin: 1, by: null },
})
const rows = [row('top', null, 10), row('part', 'top', 20), row('task', 'part', 30), row('other', 'top')]
const calculated = {
  dates: [dates('top', 0), dates('part', 0), dates('task', 0)],
  conflicts: [conflict('task')],
}

test('every row says what was calculated for it, and nothing where nothing was', () => {
  const found = planFindings(rows, calculated, () => null)
  expect(found).toHaveLength(4)
  expect(found[2]).toEqual({
    ...{ itemId: 'task', startAt: 0, finishAt: 60, percentComplete: 30 },
    ...{ totalFloatMin: 30, isCritical: true, isConflicting: true },
  })
  expect(found[3]).toEqual({
    ...{ itemId: 'other', startAt: null, finishAt: null, percentComplete: 0 },
    ...{ totalFloatMin: null, isCritical: null, isConflicting: false },
  })
})

test('what lies above work that fewer people see says nothing, what they all see does', () => {
  const sight = (itemId: string) => (itemId === 'task' ? ['anna'] : null)
  const said = planFindings(rows, calculated, sight).filter(({ percentComplete }) => percentComplete !== null)
  expect(said.map(({ itemId }) => itemId)).toEqual(['task', 'other'])
  // Confidential as a whole: whoever sees the part sees what it is made of.
  const whole = (itemId: string) => (itemId === 'part' || itemId === 'task' ? ['anna'] : null)
  const inside = planFindings(rows, calculated, whole).filter(({ startAt }) => startAt !== null)
  expect(inside.map(({ itemId }) => itemId)).toEqual(['part', 'task'])
})

const finding: fc.Arbitrary<PlanFinding> = fc.record({
  itemId: fc.constantFrom('a', 'b', 'c', 'd'),
  startAt: fc.constantFrom(null, 1),
  finishAt: fc.constantFrom(null, 2),
  percentComplete: fc.constantFrom(null, 50),
  totalFloatMin: fc.constantFrom(null, 0),
  isCritical: fc.constantFrom(null, true),
  isConflicting: fc.boolean(),
})
const findings = fc.uniqueArray(finding, { selector: ({ itemId }) => itemId })

test('the changes over what was found before make what was found now', () => {
  fc.assert(
    fc.property(findings, findings, (before, now) => {
      const { changed, isAnyGone } = changedFindings(before, now)
      const there = new Set(now.map(({ itemId }) => itemId))
      const kept = before.filter(({ itemId }) => there.has(itemId))
      expect(isAnyGone).toBe(kept.length < before.length)
      const byId = new Map([...kept, ...changed].map((each) => [each.itemId, each]))
      expect(byId).toEqual(new Map(now.map((each) => [each.itemId, each])))
      // Nothing is written that stands already.
      for (const each of changed) expect(before).not.toContainEqual(each)
    }),
    { seed: 21 },
  )
})

test('without anything known of before all is written', () => {
  const now = planFindings(rows, calculated, () => null)
  expect(changedFindings(null, now)).toEqual({ changed: now, isAnyGone: true })
})
