import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAsanaProject, readAsana } from './read-asana.ts'
import { ASANA_PROJECT } from './testing/asana-project.ts'

function read(value: unknown) {
  const result = readAsana(value)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('a project is recognised by its tasks', () => {
  expect(isAsanaProject(ASANA_PROJECT)).toBe(true)
  expect(isAsanaProject([ASANA_PROJECT, { data: [] }])).toBe(true)
  for (const value of [
    null,
    [],
    {},
    { data: [] },
    { data: [{ gid: '1', name: 'x' }] },
    { data: { gid: '1' } },
  ])
    expect(isAsanaProject(value)).toBe(false)
})

test('a task comes with what is on it', () => {
  const { name, items } = read(ASANA_PROJECT)
  expect(name).toBe('Harbour wall')
  expect(items[0]).toMatchObject({
    ref: '1001',
    title: 'Order sheet piles',
    description: 'As drawn',
    stateRef: '71',
    isDone: false,
    priority: 'High',
    personRefs: ['61'],
    starts: { day: '2026-03-02' },
    due: { day: '2026-03-31' },
    labels: ['steel'],
    url: 'https://app.asana.com/0/500/1001',
    createdAt: Date.UTC(2026, 0, 5, 9),
    fields: [
      { name: 'Tons', value: '120' },
      { name: 'Crews', value: 'Night, Day' },
      { name: 'Likes', value: '2' },
    ],
    comments: [
      { authorRef: '63', at: Date.UTC(2026, 0, 6, 9), body: 'The long ones?' },
      { authorRef: '62', at: Date.UTC(2026, 0, 7, 10), body: 'Yes' },
    ],
    attachments: [{ name: 'offer.pdf' }],
  })
})

test('subtasks lie below their task, once', () => {
  const { items, problems } = read(ASANA_PROJECT)
  expect(items.map(({ title, parentRef }) => [title, parentRef])).toEqual([
    ['Order sheet piles', null],
    ['Ask for a price', '1001'],
    ['Drive sheet piles', null],
    ['Wall stands', null],
  ])
  expect(items[1]).toMatchObject({ isDone: true, finishedAt: Date.UTC(2026, 0, 7, 10), personRefs: ['62'] })
  expect(problems).toEqual([])
})

test('sections are states, dependencies links, milestones milestones, and marked up notes words', () => {
  const { items, states, links } = read(ASANA_PROJECT)
  expect(states.map(({ name }) => name)).toEqual(['Night shift', 'Done'])
  expect(links).toEqual([{ fromRef: '1001', toRef: '1002', kind: 'precedes' }])
  expect(items[2]).toMatchObject({
    description: 'First gate 2\n\n- crane & rig',
    stateRef: null,
    due: { at: Date.UTC(2026, 3, 1, 12) },
  })
  expect(items[3]).toMatchObject({ isMilestone: true, isDone: true })
})

test('what a file says of a subtask elsewhere is not lost, and no level is too deep', () => {
  const { items } = read({
    data: [
      {
        gid: '1',
        name: 'One',
        completed: false,
        subtasks: [
          { gid: '2', name: 'Two' },
          { gid: '3', name: 'Three' },
        ],
      },
      { gid: '2', name: 'Two', completed: true, notes: 'All of it', parent: { gid: '1' } },
    ],
  })
  expect(items).toMatchObject([
    { title: 'One', parentRef: null },
    { title: 'Two', parentRef: '1', isDone: true, description: 'All of it' },
    { title: 'Three', parentRef: '1' },
  ])
  let deep: object = { gid: 'd0', name: 'x', completed: false }
  for (let level = 1; level < 500; level++)
    deep = { gid: `d${level}`, name: 'x', completed: false, subtasks: [deep] }
  expect(read({ data: [deep] }).items).toHaveLength(500)
})

test('what is wrong is told and leaves the rest as it is', () => {
  const { items, problems } = read({
    data: [
      { gid: '1', name: 'One', completed: false, due_on: 'soon' },
      { gid: '1', name: 'Two', completed: false },
      { name: 'No id', completed: false },
      'task',
    ],
  })
  expect(items).toMatchObject([{ title: 'One', due: null }])
  expect(problems.map(({ code, subject }) => [code, subject])).toEqual([
    ['tracker.entry_unreadable', 'No id'],
    ['tracker.entry_unreadable', 'data'],
    ['tracker.id_twice', 'Two'],
    ['tracker.date_unreadable', 'One'],
  ])
})

test('what holds no tasks is refused', () => {
  for (const value of [null, [], { data: [] }, { data: [{ gid: 1 }] }])
    expect(readAsana(value)).toMatchObject({ ok: false, refusal: { code: 'asana.no_tasks' } })
})

test('whatever a task holds, it is read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue()), { maxLength: 5 }),
      (odd) => {
        const { items } = read({ data: [...ASANA_PROJECT.data, ...odd] })
        expect(new Set(items.map(({ ref }) => ref)).size).toBe(items.length)
      },
    ),
    { seed: 61, numRuns: 300 },
  )
})

const KEYS = [
  'gid',
  'name',
  'completed',
  'due_on',
  'memberships',
  'subtasks',
  'tags',
  'custom_fields',
  'stories',
  'dependencies',
]
