import type { PlanView } from '@millrace/contract'
import { expect, test } from 'vitest'
import type { GridGround } from './ground.ts'
import { writeLinks } from './write-links.ts'

type Link = PlanView['links'][number]
const link = (id: string, linkType: Link['linkType'], lag = 0) =>
  ({ id, fromId: 'a', toId: 'b', kind: 'precedes', linkType, lag, lagUnit: 'workingMin' }) as const // One of the kinds.

const ground = {
  newId: () => 'new',
  letters: {
    type: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
    unit: { week: 'w', day: 'd', hour: 'h', minute: 'm' },
    elapsed: 'e',
  },
} as GridGround // What links are written with.
const lines = [
  { itemId: 'a', key: 'A-1', wbs: '1' },
  { itemId: 'b', key: 'A-2', wbs: '2' },
]

function write(text: string, links: readonly Link[]) {
  const change = writeLinks(text, 'b', { ground, lines, links })
  if ('fault' in change) throw new Error(change.fault)
  return {
    calls: change.calls.map(({ name, input }) => [name, input]),
    types: change.links.map(({ linkType, lag }) => `${linkType}${String(lag)}`),
  }
}

test('two items may be tied in several ways, once in each', () => {
  const made = write('1SS; 1FF+2d', [])
  expect(made.types).toEqual(['SS0', 'FF960'])
  expect(made.calls.map(([name]) => name)).toEqual(['work.relateItems', 'work.relateItems'])
})

test('to change one of several links leaves the others alone', () => {
  const changed = write('1SS; 1FF+3d', [link('one', 'SS'), link('two', 'FF', 960)])
  expect(changed.types).toEqual(['SS0', 'FF1440'])
  expect(changed.calls).toEqual([
    ['work.unrelateItems', { id: 'two' }],
    ['work.relateItems', { ...link('new', 'FF', 1440) }],
  ])
})

test('written as it stands, nothing changes; what is not written any more goes', () => {
  const links = [link('one', 'SS'), link('two', 'FF', 960)]
  expect(write('1SS; 1FF+2d', links).calls).toEqual([])
  expect(write('1FF+2d', links).calls).toEqual([['work.unrelateItems', { id: 'one' }]])
})
