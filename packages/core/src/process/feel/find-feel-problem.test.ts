import { expect, test } from 'vitest'
import { findFeelProblem } from './find-feel-problem.ts'

test.each([
  ['cost < 500 and urgent', null],
  ['', null],
  ['=', null],
  ['cost <', 6],
  ['  a +* b', 5],
  ['= a ) b', 4],
  ['=a ) b', 3],
  ['#{ a ) b }', 5],
])('%j goes wrong at %j', (written, at) => {
  expect(findFeelProblem(written)?.from ?? null).toBe(at)
})
