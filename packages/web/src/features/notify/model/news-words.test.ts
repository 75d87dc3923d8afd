import type { NotificationEvent } from '@millrace/contract'
import { expect, test } from 'vitest'
import { leadOf, type Names, newsInWords } from './news-words.ts'

const person = (id: string, name: string) => [id, { id, name }] as const
const names = {
  me: { personId: 'ida', orgRole: 'owner' },
  people: new Map([person('ida', 'Ida Berg'), person('omar', 'Omar Haddad'), person('rosa', 'Rosa Marin')]),
  types: new Map([
    ['task', { workflow: { states: [{ id: 'doing', name: 'In progress', group: 'inProgress' }] } }],
  ]),
} as unknown as Names // Only what the words look at.
const event = (
  kind: NotificationEvent['kind'],
  more: Partial<NotificationEvent> = {},
): NotificationEvent => ({
  id: kind,
  kind,
  at: 0,
  personId: 'omar',
  commentId: null,
  excerpt: null,
  facts: {},
  ...more,
})
const say = (kind: NotificationEvent['kind'], facts: NotificationEvent['facts']) => {
  const { who, what } = newsInWords(event(kind, { facts }), names)
  return `${who} ${what}`.trim()
}

test.each<[NotificationEvent['kind'], NotificationEvent['facts'], string]>([
  ['mention', {}, 'Omar Haddad mentioned you'],
  ['assignment', { field: 'responsibleId', from: null, to: 'ida' }, 'Omar Haddad handed it to you'],
  [
    'assignment',
    { field: 'responsibleId', from: 'ida', to: 'rosa' },
    'Omar Haddad handed it from you to Rosa Marin',
  ],
  [
    'assignment',
    { field: 'accountableId', from: null, to: 'rosa' },
    'Omar Haddad made Rosa Marin accountable',
  ],
  ['state', { to: 'doing', toGroup: 'inProgress' }, 'Omar Haddad moved it to In progress'],
  ['alert', { is: 'dueToday', dueOn: '2026-11-26' }, 'Due today'],
  ['blocker', { reason: null }, 'Omar Haddad removed a blocker'],
  ['blocker', { reason: 'decision' }, 'Omar Haddad blocked it: a decision is missing'],
  ['file', { name: 'load.pdf' }, 'Omar Haddad attached load.pdf'],
])('%s %j is told as: %s', (kind, facts, words) => {
  expect(say(kind, facts)).toBe(words)
})

test('a comment is quoted without its signs, until it is taken back', () => {
  const comment = event('comment', { commentId: 'c1', excerpt: '**Look** at\n> this' })
  expect(newsInWords(comment, names).note).toBe('Look at this')
  expect(newsInWords({ ...comment, excerpt: null }, names).note).toBe('The comment was taken back.')
})

test('a line is told by the latest of its most pressing events', () => {
  const events = [
    event('state'),
    event('mention', { id: 'first' }),
    event('mention', { id: 'last' }),
    event('file'),
  ]
  expect(leadOf(events)?.id).toBe('last')
  expect(leadOf([])).toBeUndefined()
})
