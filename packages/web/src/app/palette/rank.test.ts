import { expect, test } from 'vitest'
import { rank } from './rank.ts'

test('what begins with the typed text comes before what contains it', () => {
  const texts = ['Fold the sidebar', 'Create an item', 'Recreate', 'Go to My work', 'Item created']
  const found = texts
    .map((text) => ({ text, rank: rank(text, 'crea') }))
    .filter((each) => each.rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
  expect(found.map(({ text }) => text)).toEqual(['Create an item', 'Item created', 'Recreate'])
})

test('every typed word must be found, in any order and without accents', () => {
  expect(rank('Façade claim', 'claim facade')).toBeGreaterThan(0)
  expect(rank('Façade claim', 'claim roof')).toBe(0)
})

test('nothing typed finds everything alike', () => {
  expect(rank('Anything', '')).toBe(rank('Something else', ' '))
})
