import { toggleFlag } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { edited, filterChips, joinFilters, removeChip } from './filter-text.ts'

test('every condition that has to hold is a chip', () => {
  expect(filterChips('open and responsible = me crane').map((chip) => chip.text)).toEqual([
    'open',
    'responsible = me',
    'crane',
  ])
})

test('alternatives are one chip', () => {
  expect(filterChips('blocked or waiting')).toHaveLength(1)
})

test('what cannot be read has no chips', () => expect(filterChips('due <')).toEqual([]))

test.each([
  ['', 'open', 'open'],
  ['open', '', 'open'],
  ['open', 'crane', 'open crane'],
  ['blocked or waiting', 'crane', '(blocked or waiting) crane'],
  ['open', 'a or b', 'open (a or b)'],
  ['open order by due', 'crane', 'open crane order by due'],
  ['open', 'crane order by due', 'open crane order by due'],
])('%j and %j together are %j', (first, second, joined) => expect(joinFilters(first, second)).toBe(joined))

test('a chip can be taken away again', () => {
  expect(removeChip('open and responsible = me', 'open')).toBe('responsible = me')
})

test('a flag is switched on and off', () => {
  const flag = (text: string) => edited(text, (query) => toggleFlag(query, 'blocked'))
  expect(flag('open')).toBe('open and blocked')
  expect(flag('open and blocked')).toBe('open')
})
