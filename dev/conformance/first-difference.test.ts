import { expect, test } from 'vitest'
import { firstDifference } from './first-difference.ts'

test.each([
  ['the same', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, undefined],
  ['a value', { a: [1, { b: 'x' }] }, { a: [1, { b: 'y' }] }, 'a.1.b: "x" is "y"'],
  ['a row less', { a: [1, 2] }, { a: [1] }, 'a.1: 2 is undefined'],
  ['a row more', { a: [] }, { a: [null] }, 'a.0: undefined is null'],
  ['what is not compared', { a: 1, line: 3 }, { a: 1, line: 4 }, undefined],
])('%s', (_name, before, after, expected) => {
  expect(firstDifference(before, after, new Set(['line']))).toBe(expected)
})
