import { expect, test } from 'vitest'
import { openNow } from './open-now.ts'

const row = (itemId: string, startAt: number | null, phaseId: string | null, isDone = false) => ({
  ...{ itemId, startAt, phaseId, isDone, isSummary: false },
})
const rows = [
  row('begun', 10, null),
  row('soon', 30, null),
  row('done', 10, null, true),
  row('here', 30, 'current'),
  row('there', 30, 'next'),
  row('undated', null, 'current'),
  row('given', 10, 'current'),
]
const assignments = rows.map(({ itemId }) => ({ itemId, resourceId: itemId === 'given' ? 'ann' : null }))

test('open work is told where it is time: in the current phase, and where it was to begin by now', () => {
  const now = { currentPhaseIds: new Set(['current']), now: 20 }
  expect(openNow({ rows, assignments }, now)).toEqual(['begun', 'here'])
  expect(openNow({ rows, assignments }, { ...now, currentPhaseIds: new Set() })).toEqual(['begun'])
  expect(openNow({ rows, assignments: [] }, now)).toEqual([])
})
