import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSingleKey, type OwnKeys, placeKey, toOwn, toUsual } from './own-keys.ts'

const key = fc.constantFrom('c', 'n', '/', 'e', 'shift+x', '?')
const moves = fc.array(fc.tuple(key, key), { maxLength: 12 })
const placed = (all: readonly (readonly [string, string])[]) =>
  all.reduce<OwnKeys>((own, [usual, wanted]) => placeKey(own, usual, wanted), {})

test('however keys are placed, each command has one and no two the same', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const own = placed(all)
      const usual = ['c', 'n', '/', 'e', 'shift+x', '?']
      expect(new Set(usual.map((each) => toOwn(own, each))).size).toBe(usual.length)
      for (const each of usual) expect(toUsual(own, toOwn(own, each))).toBe(each)
      const [last] = all.slice(-1)
      if (last) expect(toOwn(own, last[0])).toBe(last[1])
    }),
  )
})

test('a key placed back leaves nothing behind', () => {
  const own = placeKey(placeKey({}, 'c', 'n'), 'c', 'c')
  expect(own).toEqual({})
})

test('chords follow key by key; what needs Ctrl, an arrow or the space bar stays where it is', () => {
  const own = placeKey({}, 'g', 'h')
  expect(toOwn(own, 'g m')).toBe('h m')
  expect(toOwn(own, 'mod+k')).toBe('mod+k')
  expect(['mod+k', 'Escape', 'Space', 'ArrowUp', 'alt+x'].filter(isSingleKey)).toEqual([])
  expect(['c', '?', 'shift+x', 'ä'].every(isSingleKey)).toBe(true)
})
