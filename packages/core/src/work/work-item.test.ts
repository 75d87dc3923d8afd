import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../kernel/index.ts'
import { changeWorkItem } from './change.ts'
import { acceptWorkItem, archiveWorkItem, giveNotice, isClosed, restoreWorkItem } from './close.ts'
import { createWorkItem, type NewWorkItem } from './create.ts'
import type { CustomField } from './custom-field.ts'
import type { Decision } from './decision.ts'
import { evolve } from './evolve.ts'
import type { ItemType } from './item-type.ts'
import { moveWorkItem } from './move.ts'
import { blockWorkItem, stopWaiting, unblockWorkItem, waitFor } from './wait.ts'
import type { WorkEvent } from './work-event.ts'
import type { WorkItem } from './work-item.ts'

const PERSON = '01900000-0000-7000-8000-000000000001'
const REQUESTER = '01900000-0000-7000-8000-000000000002'

const type: ItemType = {
  id: 'type',
  name: 'Task',
  icon: 'square',
  workflow: {
    moves: 'any',
    states: [
      { id: 'backlog', name: 'Backlog', group: 'backlog', wipLimit: null },
      { id: 'doing', name: 'Doing', group: 'inProgress', wipLimit: 2 },
      { id: 'waiting', name: 'Waiting', group: 'waiting', wipLimit: null },
      { id: 'done', name: 'Done', group: 'done', wipLimit: null },
    ],
  },
  required: {},
  readinessGate: 'soft',
  needsAcceptance: true,
  needsNotice: true,
  version: 1,
}

let events = 0
function context(now: number, more: Partial<ItemType> = {}) {
  return {
    now,
    actor: { kind: 'person', personId: PERSON } as const,
    newEventId: () => `event-${events++}`,
    type: { ...type, ...more },
    fieldsById: new Map(),
    labelIds: new Set<string>(),
    key: 'TWR-1',
    defaultArea: '2.3' as const,
    order: 0,
    newAncestors: [],
    above: null,
    itemsInState: 0,
    openChildren: 0,
  }
}

function must(result: Result<Decision>): Decision {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function codeOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.refusal.code
}

const fresh: NewWorkItem = {
  id: 'item',
  containerId: 'home',
  title: ' Set out grid line C ',
  requesterId: REQUESTER,
}
const created = () => must(createWorkItem(fresh, context(1_000)))

test('only container and title are needed', () => {
  const { item, events: facts } = created()
  expect(item).toMatchObject({
    title: 'Set out grid line C',
    stateId: 'backlog',
    area: '2.3',
    containerIds: ['home'],
    version: 1,
  })
  expect(facts).toHaveLength(1)
})

test.each([
  ['a title of blanks', { title: '  ' }, 'work.title_missing'],
  ['a start after the due day', { startsOn: '2026-03-02', dueOn: '2026-03-01' }, 'work.dates_reversed'],
  ['a day that does not exist', { dueOn: '2026-02-30' }, 'work.date_wrong'],
  [
    'a low estimate above the high one',
    { effortLowMin: 60, effortHighMin: 30 },
    'work.effort_range_reversed',
  ],
  ['a negative effort', { effortMin: -1 }, 'work.effort_wrong'],
  ['a label that does not exist', { labelIds: ['nowhere'] }, 'work.label_unknown'],
  ['a field that does not exist', { fields: { nowhere: 1 } }, 'work.field_unknown'],
  ['a state that does not exist', { stateId: 'nowhere' }, 'work.state_unknown'],
])('refuses %s', (_name, wrong, code) => {
  expect(codeOf(createWorkItem({ ...fresh, ...wrong }, context(1_000)))).toBe(code)
})

test('work does not start unready where the gate is hard', () => {
  const hard = context(2_000, { readinessGate: 'hard' })
  const { item } = created()
  expect(moveWorkItem(item, { stateId: 'doing' }, hard)).toMatchObject({
    ok: false,
    refusal: {
      code: 'work.not_ready',
      params: { missing: ['performer', 'deadline', 'role', 'practice', 'resources', 'artifact'] },
    },
  })
  const patch = {
    responsibleId: PERSON,
    dueOn: '2026-12-01',
    role: 'Surveyor',
    practice: 'Setting out',
    resources: 'Total station',
    artifact: 'Grid',
  }
  const ready = must(changeWorkItem(item, { patch }, hard)).item
  expect(codeOf(moveWorkItem(ready, { stateId: 'doing' }, hard))).toBeNull()
})

test('a state’s required fields are asked for on entry and cannot be emptied there', () => {
  const strict = context(2_000, { required: { doing: ['responsibleId'] } })
  const { item } = created()
  expect(codeOf(moveWorkItem(item, { stateId: 'doing' }, strict))).toBe('work.field_required')
  const assigned = must(changeWorkItem(item, { patch: { responsibleId: PERSON } }, strict)).item
  const doing = must(moveWorkItem(assigned, { stateId: 'doing' }, strict)).item
  expect(codeOf(changeWorkItem(doing, { patch: { responsibleId: null } }, strict))).toBe(
    'work.field_required',
  )
})

test('what was worked out stands with an item and hinders nothing, but nobody can give it', () => {
  const price: CustomField = { id: 'price', key: 'price', name: 'Price', kind: 'formula', options: [] }
  const priced = { ...context(2_000), fieldsById: new Map([[price.id, price]]) }
  const item = { ...created().item, fields: { [price.id]: 240 } }
  expect(must(moveWorkItem(item, { stateId: 'doing' }, priced)).item.stateId).toBe('doing')
  expect(must(changeWorkItem(item, { patch: { title: 'Dearer' } }, priced)).item.title).toBe('Dearer')
  expect(codeOf(changeWorkItem(item, { patch: { fields: { [price.id]: 1 } } }, priced))).toBe(
    'work.field_computed',
  )
})

test('a limit stops the next item unless it is passed knowingly, which the journal tells', () => {
  const full = { ...context(2_000), itemsInState: 2 }
  expect(codeOf(moveWorkItem(created().item, { stateId: 'doing' }, full))).toBe('work.wip_limit')
  const over = must(moveWorkItem(created().item, { stateId: 'doing', overLimit: true }, full))
  expect(over.events[0]).toMatchObject({ kind: 'work.moved', data: { overLimit: true } })
})

test('nothing is finished over open sub-items or blockers', () => {
  const { item } = created()
  expect(codeOf(moveWorkItem(item, { stateId: 'done' }, { ...context(2_000), openChildren: 1 }))).toBe(
    'work.children_open',
  )
  const blocked = must(
    blockWorkItem(item, { id: 'b', reason: 'material', note: 'No rebar' }, context(2_000)),
  ).item
  expect(codeOf(moveWorkItem(blocked, { stateId: 'done' }, context(3_000)))).toBe('work.blocked')
})

test('closing waits for the requester’s acceptance and then for notice; reopening takes both back', () => {
  const done = must(moveWorkItem(created().item, { stateId: 'done' }, context(2_000))).item
  expect(codeOf(giveNotice(done, { note: '', type }, context(3_000)))).toBe('work.not_accepted')
  expect(codeOf(acceptWorkItem(done, PERSON, context(3_000)))).toBe('work.not_yours_to_accept')
  const accepted = must(acceptWorkItem(done, REQUESTER, context(3_000))).item
  expect(isClosed(accepted, type)).toBe(false)
  const told = must(giveNotice(accepted, { note: 'Told the tenant', type }, context(4_000))).item
  expect(isClosed(told, type)).toBe(true)
  const again = must(moveWorkItem(told, { stateId: 'doing' }, context(5_000))).item
  expect(again).toMatchObject({ finishedAt: null, acceptedAt: null, noticedAt: null, startedAt: 2_000 })
})

test('a change is refused when a field is no longer what was seen, and only then', () => {
  const { item } = created()
  const meanwhile = must(
    changeWorkItem(item, { patch: { dueOn: '2026-05-01', title: 'New' } }, context(2_000)),
  ).item
  const mine = { patch: { dueOn: '2026-06-01' }, seen: { dueOn: null } }
  expect(changeWorkItem(meanwhile, mine, context(3_000))).toMatchObject({
    refusal: { code: 'work.changed_meanwhile', params: { fields: ['dueOn'] } },
  })
  expect(
    codeOf(changeWorkItem(meanwhile, { patch: { priority: 3 }, seen: { priority: 0 } }, context(3_000))),
  ).toBeNull()
})

test('an item cannot be placed under itself or what is under it', () => {
  const inCircle = { ...context(2_000), newAncestors: ['other', 'item'] }
  expect(codeOf(changeWorkItem(created().item, { patch: { parentId: 'other' } }, inCircle))).toBe(
    'work.parent_cycle',
  )
})

type Step = (item: WorkItem, now: number) => Result<Decision>

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('backlog', 'doing', 'waiting', 'done').map(
    (stateId): Step =>
      (item, now) =>
        moveWorkItem(item, { stateId }, context(now)),
  ),
  fc
    .record({
      title: fc.string({ maxLength: 8 }),
      dueOn: fc.constantFrom(null, '2026-01-01', '2026-09-09'),
      priority: fc.constantFrom(0, 4),
    })
    .map(
      (patch): Step =>
        (item, now) =>
          changeWorkItem(item, { patch: { ...patch, priority: patch.priority === 4 ? 4 : 0 } }, context(now)),
    ),
  fc.constantFrom('b1', 'b2').map(
    (id): Step =>
      (item, now) =>
        blockWorkItem(item, { id, reason: 'other', note: '' }, context(now)),
  ),
  fc.constantFrom('b1', 'b2').map(
    (id): Step =>
      (item, now) =>
        unblockWorkItem(item, id, context(now)),
  ),
  fc.constant<Step>((item, now) => waitFor(item, { personId: null, note: 'The city' }, context(now))),
  fc.constant<Step>((item, now) => stopWaiting(item, context(now))),
  fc.constant<Step>((item, now) => acceptWorkItem(item, REQUESTER, context(now))),
  fc.constant<Step>((item, now) => giveNotice(item, { note: '', type }, context(now))),
  fc.constant<Step>((item, now) => archiveWorkItem(item, context(now))),
  fc.constant<Step>((item, now) => restoreWorkItem(item, null, context(now))),
)

test('replaying the journal gives the item, and no sequence of commands breaks what must hold', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const start = created()
      const journal: WorkEvent[] = [...start.events]
      let item = start.item
      steps.forEach((take, index) => {
        const before = item
        const result = take(item, 2_000 + index)
        if (!result.ok) return
        item = result.value.item
        journal.push(...result.value.events)
        expect(item.version).toBe(before.version + result.value.events.length)
        expect(holds(item)).toEqual([])
      })
      expect(journal.reduce(evolve, start.item)).toEqual(item)
    }),
    { seed: 1, numRuns: 300 },
  )
})

/** The names of the rules that an item breaks. */
function holds(item: WorkItem): string[] {
  const rules: Record<string, boolean> = {
    'finished means done': (item.finishedAt !== null) === (item.stateGroup === 'done'),
    'accepted means finished': item.acceptedAt === null || item.finishedAt !== null,
    'notice comes after acceptance': item.noticedAt === null || item.acceptedAt !== null,
    'done means nothing in the way': item.stateGroup !== 'done' || item.openBlockers.length === 0,
    'finished means started': item.finishedAt === null || item.startedAt !== null,
    'a title is there': item.title.trim() !== '',
    'blockers are told apart':
      new Set(item.openBlockers.map((blocker) => blocker.id)).size === item.openBlockers.length,
  }
  return Object.entries(rules).flatMap(([rule, isKept]) => (isKept ? [] : [rule]))
}

test('what was worked on elsewhere keeps its moments, in their order and never after now', () => {
  const moments = fc.integer({ min: -5_000, max: 5_000 })
  const past = fc.record(
    { createdAt: moments, startedAt: moments, finishedAt: moments, stateSince: moments },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(past, fc.constantFrom(...type.workflow.states), (known, { id: stateId, group }) => {
      const { item } = must(createWorkItem({ ...fresh, stateId, past: known }, context(1_000)))
      const { createdAt, startedAt, finishedAt, stateSince } = item
      expect(createdAt).toBe(Math.min(known.createdAt ?? 1_000, 1_000))
      for (const moment of [startedAt, finishedAt, stateSince])
        if (moment !== null) expect(moment >= createdAt && moment <= 1_000).toBe(true)
      expect(finishedAt !== null).toBe(group === 'done')
      expect(startedAt !== null).toBe(group !== 'backlog' && group !== 'ready')
      if (startedAt !== null && finishedAt !== null) expect(startedAt <= finishedAt).toBe(true)
    }),
    { seed: 7 },
  )
})
