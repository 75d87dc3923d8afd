import { expect, test } from 'vitest'
import { blockedMs } from './blocked-time.ts'

test.each([
  ['nothing was in the way', [], 0],
  ['one span', [{ from: 10, until: 30 }], 20],
  ['an open span counts until now', [{ from: 80, until: null }], 20],
  [
    'spans that overlap count once',
    [
      { from: 0, until: 50 },
      { from: 20, until: 30 },
      { from: 40, until: 60 },
    ],
    60,
  ],
  [
    'spans apart add up',
    [
      { from: 0, until: 10 },
      { from: 20, until: 30 },
    ],
    20,
  ],
])('%s', (_name, spans, expected) => {
  expect(blockedMs(spans, 100)).toBe(expected)
})
