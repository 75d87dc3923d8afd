import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BridgedLink, bridgeLinks } from './bridge-links.ts'
import type { LinkKind } from './plan.ts'

const link = (fromId: string, toId: string, linkType: LinkKind = 'FS', lag = 0): BridgedLink => ({
  ...{ fromId, toId, linkType, lag, lagUnit: 'workingMin' },
})

test.each<[string, readonly BridgedLink[], readonly string[], readonly BridgedLink[]]>([
  ['what came before still comes before', [link('a', 'x'), link('x', 'b')], ['x'], [link('a', 'b')]],
  [
    'over several items, once',
    [link('a', 'x'), link('x', 'y'), link('a', 'y'), link('y', 'b')],
    ['x', 'y'],
    [link('a', 'b')],
  ],
  [
    'it begins as the first link and ends as the last',
    [link('a', 'x', 'SS'), link('x', 'b', 'FF')],
    ['x'],
    [link('a', 'b', 'SF')],
  ],
  [
    'the lag of the first stays, that behind goes',
    [link('a', 'x', 'FS', 480), link('x', 'b', 'FS', 960)],
    ['x'],
    [link('a', 'b', 'FS', 480)],
  ],
  ['nothing where a link is there already', [link('a', 'x'), link('x', 'b'), link('a', 'b')], ['x'], []],
  ['nothing at the ends', [link('x', 'a'), link('b', 'x')], ['x', 'y'], [link('b', 'a')]],
  ['nothing before the first', [link('x', 'a')], ['x'], []],
])('%s', (_name, links, leftOut, expected) => {
  expect(bridgeLinks(links, new Set(leftOut))).toEqual(expected)
})

/** Links from lower to higher items: they never go round. */
const aNetwork = fc.uniqueArray(
  fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const),
  { maxLength: 20, selector: ([a, b]) => `${String(a)} ${String(b)}` },
)

function reached(links: readonly BridgedLink[], fromId: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [fromId]
  for (const id of open) {
    for (const { toId } of links.filter((each) => each.fromId === id)) {
      if (seen.has(toId)) continue
      seen.add(toId)
      open.push(toId)
    }
  }
  return seen
}

test('without the left out items everything still comes before what it came before', () => {
  fc.assert(
    fc.property(aNetwork, fc.uniqueArray(fc.nat(10)), (pairs, gone) => {
      const links = pairs.map(([a, b]) => link(String(a), String(b)))
      const leftOut = new Set(gone.map(String))
      const isIn = (id: string) => !leftOut.has(id)
      const kept = links.filter(({ fromId, toId }) => isIn(fromId) && isIn(toId))
      const after = [...kept, ...bridgeLinks(links, leftOut)]
      for (let item = 0; item <= 10; item += 1) {
        if (!isIn(String(item))) continue
        const before = [...reached(links, String(item))].filter(isIn)
        expect([...reached(after, String(item))].toSorted()).toEqual(before.toSorted())
      }
    }),
    { numRuns: 300 },
  )
})
