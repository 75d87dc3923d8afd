import type { ActivityView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { activityInWords, itemIdOf } from './activity-words.ts'
import type { Lookup } from './lookup.ts'

const lookup = {
  organisation: { currency: 'EUR' },
  people: new Map([
    ['p1', { name: 'Rosa Marin' }],
    ['p2', { name: 'Tom Dahl' }],
  ]),
  teams: new Map(),
  labels: new Map([['l1', { name: 'Safety' }]]),
  containers: new Map([['c1', { name: 'Tower A' }]]),
  fields: new Map([['f1', { name: 'Crane', kind: 'choice', options: [{ id: 'k', name: 'Crane 1' }] }]]),
  types: new Map([
    [
      't',
      {
        workflow: {
          states: [
            { id: 'a', name: 'To do', group: 'ready' },
            { id: 'b', name: 'On site', group: 'inProgress' },
          ],
        },
      },
    ],
  ]),
} as unknown as Lookup // The words look at nothing but names.

function event(
  kind: string,
  data: Record<string, unknown>,
  actor: Record<string, unknown> = { kind: 'person', personId: 'p1' },
) {
  return { seq: 1, kind, at: 0, actor, subject: { kind: 'item', id: 'i' }, data } satisfies ActivityView
}

test.each([
  ['schedule.phase_added', { phase: { id: 'x', name: 'Superstructure' } }, ['Superstructure']],
  ['files.attached', { itemId: 'i', name: 'plan.pdf' }, ['plan.pdf']],
  ['work.created', {}, []],
])('%s names what it is about', (kind, data, details) => {
  expect(activityInWords(event(kind, data), lookup).details).toEqual(details)
})

test('an event leads to the item it is about', () => {
  expect(itemIdOf(event('work.created', {}))).toBe('i')
  const attached = { ...event('files.attached', { itemId: 'i2' }), subject: { kind: 'file', id: 'f' } }
  expect(itemIdOf(attached)).toBe('i2')
})

test.each([
  ['work.created', {}, 'opened it'],
  [
    'work.moved',
    { from: 'a', to: 'b', fromGroup: 'ready', toGroup: 'inProgress', overLimit: false },
    'moved it from To do to On site',
  ],
  [
    'work.moved',
    { from: 'gone', to: 'b', fromGroup: 'backlog', toGroup: 'inProgress' },
    'moved it from Backlog to On site',
  ],
  ['work.waiting', { waitingFor: { personId: 'p2', note: '', since: 0 } }, 'made it wait for Tom Dahl'],
  ['work.waiting', { waitingFor: { personId: null, note: 'rain', since: 0 } }, 'made it wait for rain'],
  ['work.waiting', { waitingFor: null }, 'ended the waiting'],
  ['work.blocked', { blocker: { reason: 'material', note: '' } }, 'blocked it: material is missing'],
  ['work.changed', { changes: { dueOn: { from: null, to: '2026-03-14' } } }, 'set due date to 14 Mar'],
  [
    'work.changed',
    { changes: { responsibleId: { from: 'p1', to: 'p2' } } },
    'changed responsible from Rosa Marin to Tom Dahl',
  ],
  ['work.changed', { changes: { effortMin: { from: 60, to: null } } }, 'removed effort (was 1 h)'],
  ['work.changed', { changes: { description: { from: 'x', to: 'y' } } }, 'rewrote the description'],
  ['work.changed', { changes: { labelIds: { from: [], to: ['l1'] } } }, 'set labels to Safety'],
  ['work.changed', { changes: { fields: { f1: { from: null, to: 'k' } } } }, 'set crane to Crane 1'],
  ['work.changed', { changes: { rank: { from: 'a', to: 'b' } } }, 'changed its place in the order'],
  ['work.placed', { from: [], to: ['c1'] }, 'placed it in Tower A'],
  ['later.thing_done', {}, 'thing done'],
])('%s with %j reads "%s"', (kind, data, text) => {
  const year = new Date().getFullYear()
  const words = activityInWords(event(kind, data), lookup).text
  expect(words.replace(` 2026`, year === 2026 ? ' 2026' : '')).toBe(text)
})

test('several fields changed at once stand one under the other', () => {
  const changes = { title: { from: 'A', to: 'B' }, priority: { from: 0, to: 4 } }
  expect(activityInWords(event('work.changed', { changes }), lookup)).toMatchObject({
    text: 'changed it',
    details: ['changed title from A to B', 'changed priority from No priority to Urgent'],
  })
})

test.each([
  [{ kind: 'person', personId: 'p2' }, 'Tom Dahl'],
  [{ kind: 'import', personId: 'p1', runId: 'r' }, 'An import by Rosa Marin'],
  [{ kind: 'engine', engine: 'process' }, 'The process'],
  [{ kind: 'system' }, 'Millrace'],
])('%j is called %s', (actor, who) => {
  expect(activityInWords(event('work.created', {}, actor), lookup).who).toBe(who)
})
