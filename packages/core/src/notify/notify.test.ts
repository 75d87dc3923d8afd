import { expect, test } from 'vitest'
import type { Event } from '../kernel/index.ts'
import {
  alertOn,
  type Ear,
  joinsLine,
  MERGE_WINDOW_MS,
  type News,
  NUDGE_PAUSE_MS,
  newsOf,
  nudge,
  tellings,
} from './index.ts'

const NOW = Date.parse('2026-11-26T09:00:00Z')
const actor = { kind: 'person', personId: 'ida' } as const
const base = { id: 'e1', at: NOW, actor, subject: { kind: 'item', id: 'slab' }, containerId: 'tower' }
const event = (kind: string, data: unknown, more: Partial<Event> = {}): Event => ({
  ...base,
  kind,
  data,
  ...more,
})
const news = (more: Partial<News> = {}): News => ({
  id: 'e1',
  itemId: 'slab',
  instanceId: null,
  kind: 'state',
  at: NOW,
  actor,
  to: [],
  isPrivate: false,
  commentId: null,
  facts: {},
  ...more,
})
const ear = (more: Partial<Ear> = {}): Ear => ({
  personId: 'omar',
  subjectId: 'slab',
  reasons: ['responsible'],
  choice: null,
  mayRead: true,
  mutedKinds: new Set(),
  isMuted: false,
  ...more,
})

test.each([
  ['a title', { title: { from: 'a', to: 'b' } }, []],
  ['a due date', { dueOn: { from: null, to: '2026-12-01' } }, [{ kind: 'date', to: [] }]],
  [
    'a hand-off, for who gets the work and who loses it',
    { responsibleId: { from: 'omar', to: 'rosa' } },
    [{ kind: 'assignment', to: ['rosa', 'omar'] }],
  ],
  [
    'both at once, the hand-off first',
    { dueOn: { from: null, to: '2026-12-01' }, accountableId: { from: null, to: 'rosa' } },
    [{ kind: 'assignment', to: ['rosa'] }, { kind: 'date' }],
  ],
])('of a changed item is told: %s', (_name, changes, expected) => {
  expect(newsOf(event('work.changed', { changes }))).toMatchObject(expected)
})

test('a comment is news to followers, and a call to those it mentions', () => {
  const data = { itemId: 'slab', called: ['omar'] }
  const subject = { kind: 'comment', id: 'c1' }
  expect(newsOf(event('discussion.added', data, { subject }))).toMatchObject([
    { kind: 'mention', itemId: 'slab', to: ['omar'], commentId: 'c1' },
    { kind: 'comment', itemId: 'slab', to: [], commentId: 'c1' },
  ])
  expect(newsOf(event('discussion.edited', { ...data, called: [] }, { subject }))).toEqual([])
})

test('an import tells nobody', () => {
  const importer = { kind: 'import', personId: 'ida', runId: 'run' } as const
  const created = event('work.created', { item: { responsibleId: 'omar' } }, { actor: importer })
  expect(newsOf(created)).toEqual([])
})

test.each<[string, Partial<News>, Partial<Ear>, string | null]>([
  [
    'a follower hears of it, with the strongest reason',
    {},
    { reasons: ['commenter', 'responsible'] },
    'responsible',
  ],
  ['nobody hears of their own acts', {}, { personId: 'ida' }, null],
  ['nobody hears of what they may not see', { to: ['omar'] }, { mayRead: false }, null],
  ['who said no to following hears nothing', {}, { choice: false }, null],
  ['who asked to follow hears of it without a part in it', {}, { reasons: [], choice: true }, 'follower'],
  ['who has no part in it hears nothing', {}, { reasons: [] }, null],
  [
    'what is meant for somebody reaches them anyhow',
    { to: ['omar'] },
    { choice: false, isMuted: true },
    'addressed',
  ],
  [
    'a muted kind stays silent, also when it is meant for them',
    { to: ['omar'] },
    { mutedKinds: new Set(['state'] as const) },
    null,
  ],
  ['a muted container stays silent', {}, { isMuted: true }, null],
  ['what is meant for others only is none of theirs', { to: ['rosa'], isPrivate: true }, {}, null],
])('%s', (_name, what, who, reason) => {
  const told = tellings([news(what)], [ear(who)], 'ida')
  expect(told.map((each) => each.reason)).toEqual(reason === null ? [] : [reason])
})

test('of one event everybody hears once, by its most pressing news that they want to hear', () => {
  const both = [news({ kind: 'mention', to: ['omar'], isPrivate: true }), news({ kind: 'comment' })]
  const kinds = (who: Partial<Ear>) => tellings(both, [ear(who)], 'ida').map((each) => each.news.kind)
  expect(kinds({})).toEqual(['mention'])
  expect(kinds({ personId: 'rosa' })).toEqual(['comment'])
  expect(kinds({ mutedKinds: new Set(['mention'] as const) })).toEqual(['comment'])
})

const line = { lastAt: NOW, eventCount: 1, isSnoozed: false, isAlert: false }
test.each([
  ['soon after', line, { at: NOW + MERGE_WINDOW_MS }, true],
  ['much later', line, { at: NOW + MERGE_WINDOW_MS + 1 }, false],
  ['to a line that is full', { ...line, eventCount: 50 }, {}, false],
  ['to a line that was put off', { ...line, isSnoozed: true }, { at: NOW + 9 * MERGE_WINDOW_MS }, true],
  ['meant for the person, to a line put off', { ...line, isSnoozed: true }, { isAddressed: true }, false],
  [
    'a passed date, days later',
    { ...line, isAlert: true },
    { kind: 'alert' as const, at: NOW + 3 * 86_400_000, isAddressed: true },
    true,
  ],
])('what happens %s joins a line or not', (_name, open, more, joins) => {
  expect(joinsLine(open, { kind: 'state', at: NOW, isAddressed: false, ...more })).toBe(joins)
})

test('an item tells of its date on the day and after it', () => {
  expect(['2026-11-27', '2026-11-26', '2026-11-25'].map((day) => alertOn(day, '2026-11-26'))).toEqual([
    null,
    'dueToday',
    'overdue',
  ])
})

test('whom an item waits for is nudged once a day, and only if they can see it', () => {
  const item = { key: 'TWR-1', archivedAt: null, stateGroup: 'waiting' as const }
  const awaiting = { ...item, waitingFor: { personId: 'omar', note: '', since: NOW } }
  const at = { by: 'ida', now: NOW, lastAt: null, isSeen: true }
  expect(nudge(awaiting, at)).toEqual({ ok: true, value: 'omar' })
  expect(nudge(awaiting, { ...at, lastAt: NOW - NUDGE_PAUSE_MS })).toMatchObject({ ok: true })
  const refusalOf = (result: ReturnType<typeof nudge>) => (result.ok ? null : result.refusal.code)
  expect(refusalOf(nudge({ ...item, waitingFor: null }, at))).toBe('notify.nobody_awaited')
  expect(refusalOf(nudge(awaiting, { ...at, by: 'omar' }))).toBe('notify.awaits_you')
  expect(refusalOf(nudge(awaiting, { ...at, isSeen: false }))).toBe('notify.nudge_without_access')
  expect(nudge(awaiting, { ...at, lastAt: NOW - 3_600_000 })).toEqual({
    ok: false,
    refusal: { code: 'notify.nudged_already', params: { key: 'TWR-1', hours: 23 } },
  })
})
