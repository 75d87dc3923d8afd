import { expect, test } from 'vitest'
import { handOffCalls } from './hand-off.ts'

const to = { personId: 'p-1', name: 'Rosa Marin', note: '' }
const given = { name: 'work.changeItem', input: { id: 'i-1', patch: { responsibleId: 'p-1' } } }

test('a hand-off without a note only gives the item', () => {
  expect(handOffCalls({ id: 'i-1' }, to, () => 'c-1')).toEqual([given])
})

test('the note of a hand-off is said in the discussion', () => {
  expect(handOffCalls({ id: 'i-1' }, { ...to, note: 'The key is at the gate.' }, () => 'c-1')).toEqual([
    given,
    {
      name: 'discussion.addComment',
      input: { id: 'c-1', itemId: 'i-1', body: 'Handed off to Rosa Marin: The key is at the gate.' },
    },
  ])
})
