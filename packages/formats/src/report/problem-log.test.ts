import { expect, test } from 'vitest'
import { createProblemLog, excerpt } from './index.ts'

test('all problems are counted, only the first are kept', () => {
  const log = createProblemLog<{ readonly code: string; readonly line: number }>(2)
  for (const line of [1, 2, 3]) log.add({ code: line === 2 ? 'b' : 'a', line })
  expect(log.report()).toEqual({
    problems: [
      { code: 'a', line: 1 },
      { code: 'b', line: 2 },
    ],
    problemCount: 3,
    problemCounts: { a: 2, b: 1 },
  })
})

test('an excerpt never exceeds sixty characters', () => {
  expect(excerpt('short')).toBe('short')
  expect(excerpt('x'.repeat(1000))).toHaveLength(60)
})
