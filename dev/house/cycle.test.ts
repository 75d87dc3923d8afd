import { expect, test } from 'vitest'
import { findCircles } from './cycle.ts'

type Case = readonly [name: string, edges: string, circles: readonly string[]]

const CASES: readonly Case[] = [
  ['a chain has none', 'ab bc', []],
  ['two that need each other', 'ab ba', ['ab']],
  ['a longer way round is told for the one who needs it', 'ab bc ca ba', ['ab', 'cab']],
  ['circles apart are both told', 'aa cd dc', ['a', 'cd']],
]

test.each(CASES)('%s', (_name, edges, circles) => {
  const pairs = edges.split(' ').map(([from = '', to = '']) => [from, to] as const)
  expect(findCircles(pairs).map((circle) => circle.join(''))).toEqual(circles)
})
