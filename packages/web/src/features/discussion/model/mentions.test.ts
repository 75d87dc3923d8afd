import { expect, test } from 'vitest'
import { completeMention, markMentions, mentionCandidates, mentionedIds, openMention } from './mentions.ts'

const people = [
  { id: 'tom', name: 'Tom Dahl' },
  { id: 'tomas', name: 'Tom Dahlberg' },
  { id: 'zoe', name: 'Zoë Çelik' },
]

test.each([
  ['hello @to|', { at: 6, text: 'to' }],
  ['@|', { at: 0, text: '' }],
  ['(@to|', { at: 1, text: 'to' }],
  ['mail@example|', null],
  ['@tom\nnew line|', null],
  ['no call|', null],
])('in %j the open call is %j', (marked, open) => {
  expect(openMention(marked.replace('|', ''), marked.indexOf('|'))).toEqual(open)
})

test.each([
  ['to', ['tom', 'tomas']],
  ['dahlb', ['tomas']],
  ['çe', ['zoe']],
  ['', ['tom', 'tomas', 'zoe']],
  ['x', []],
])('%j may mean %j', (typed, ids) => {
  expect(mentionCandidates(typed, people).map((person) => person.id)).toEqual(ids)
})

test('choosing a person completes the call', () => {
  const text = 'ask @to now'
  expect(completeMention(text, { at: 4, text: 'to' }, 'Tom Dahl')).toEqual({
    text: 'ask @Tom Dahl  now',
    cursor: 14,
  })
})

test('people are called by their whole name, once each', () => {
  expect(mentionedIds('@Tom Dahlberg and @Zoë Çelik, @Zoë Çelik', people)).toEqual(['tomas', 'zoe'])
  expect(mentionedIds('@Tom Dahl!', people)).toEqual(['tom'])
  expect(mentionedIds('Tom Dahl', people)).toEqual([])
})

test('calls are seen in the text', () => {
  expect(markMentions('ask @Tom Dahl, please', people)).toBe('ask **@Tom Dahl**, please')
})
