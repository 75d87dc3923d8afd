import { expect, test } from 'vitest'
import { progressOfMove } from './progress-of-move.ts'

test.each([
  ['ready', 'inProgress', { hasBegun: true, isDone: false }],
  ['ready', 'done', { hasBegun: true, isDone: true }],
  ['done', 'ready', { hasBegun: false, isDone: false }],
  ['inProgress', 'backlog', { hasBegun: false, isDone: false }],
  ['done', 'inReview', { hasBegun: null, isDone: false }],
  ['inProgress', 'waiting', null],
  ['backlog', 'ready', null],
] as const)('from %s to %s', (fromGroup, toGroup, progress) => {
  expect(progressOfMove({ fromGroup, toGroup })).toEqual(progress)
})
