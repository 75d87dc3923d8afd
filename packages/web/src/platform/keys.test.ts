import { expect, test } from 'vitest'
import { keyOf, showKeys } from './keys.ts'

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  [{ ...NONE, key: 'c' }, 'c'],
  [{ ...NONE, key: 'C', shiftKey: true }, 'shift+c'],
  [{ ...NONE, key: '?', shiftKey: true }, '?'],
  [{ ...NONE, key: 'k', ctrlKey: true }, 'mod+k'],
  [{ ...NONE, key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
  [{ ...NONE, key: 'ArrowDown', altKey: true }, 'alt+ArrowDown'],
  [{ ...NONE, key: ' ' }, 'Space'],
  [{ ...NONE, key: 'Shift', shiftKey: true }, null],
])('%o is %s', (event, keys) => expect(keyOf(event)).toBe(keys))

test('chords are shown cap by cap', () => {
  expect(showKeys('g m')).toEqual(['G', 'M'])
  expect(showKeys('mod+k')).toEqual(['Ctrl', 'K'])
  expect(showKeys('+')).toEqual(['+'])
})
