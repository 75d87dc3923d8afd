import { expect, test } from 'vitest'
import type { WorkItem } from '../work-item.ts'
import { bindQuery } from './bind-query.ts'
import { createFoldedTexts } from './folded-texts.ts'
import { compileMatcher, matches } from './match-query.ts'
import { parseQuery } from './parse-query.ts'
import { sampleCatalogue, sampleId, sampleInstant, sampleItem, sampleViewer } from './testing/sample.ts'

function bound(text: string) {
  const parsed = parseQuery(text)
  const result = parsed.ok ? bindQuery(parsed.value, sampleCatalogue, sampleViewer) : parsed
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const waitingFor = { personId: null, note: 'city planner', since: 0 }
const openBlockers = [{ id: sampleId('other', 1), reason: 'decision' as const, note: '', since: 0 }]

/** Each line: what the item has, queries that find it, queries that do not. */
const cases: readonly (readonly [string, Partial<WorkItem>, readonly string[], readonly string[]])[] = [
  [
    'texts without regard to case and accents',
    { title: 'Façade West, Étage 4', description: 'Crane\nNo. 2', key: 'TWR-12' },
    [
      'facade',
      'title ~ "ETAGE 4"',
      'crane no',
      '"crane no"',
      'text ~ twr-1',
      'key ~ 12',
      'description ~ "crane no"',
      'key = twr-12',
      'title = "facade west, etage 4"',
      'title !~ south',
      'facade crane',
    ],
    [
      '"4 crane"',
      'title ~ crane',
      'description ~ facade',
      'key = twr-1',
      'title = facade',
      'text !~ crane',
      'description is empty',
      'not facade',
    ],
  ],
  [
    'no description',
    {},
    ['description is empty', 'description !~ x'],
    ['description is not empty', 'description ~ x'],
  ],
  [
    'nobody responsible',
    {},
    ['assignee is empty', 'assignee != me', 'assignee not in (me, dahl)', 'not assignee = me'],
    ['assignee = me', 'assignee is not empty', 'assignee ~ rosa'],
  ],
  [
    'somebody responsible',
    { responsibleId: sampleId('person', 1) },
    ['assignee = me', 'assignee ~ ros', 'assignee in (dahl, rosa)', 'assignee is not empty'],
    ['assignee != me', 'assignee = dahl', 'requester = me', 'assignee is empty'],
  ],
  [
    'no due day',
    {},
    ['due is empty', 'due != today', 'not due < today', 'not due >= today'],
    ['due < today', 'due >= today', 'due = today', 'overdue'],
  ],
  [
    'a due day',
    { dueOn: '2026-11-20' },
    [
      'due < today',
      'due = 2026-11-20',
      'due >= startOfWeek',
      'due in (yesterday, today-2d)',
      'overdue',
      'due <= 2026-11-20',
    ],
    ['due > 2026-11-20', 'due is empty', 'due < startOfWeek', 'not overdue'],
  ],
  [
    'done in time',
    { dueOn: '2026-11-20', stateGroup: 'done', stateId: 'finished' },
    ['done', 'not open', 'state = done'],
    ['overdue', 'open', 'group < done'],
  ],
  [
    'states of several types',
    { typeId: sampleId('type', 2), stateId: 'fixing', stateGroup: 'inProgress' },
    [
      'state = "In progress"',
      'state = fixing',
      'group >= ready',
      'group in (inProgress, waiting)',
      'state != parked',
      'type = defect',
    ],
    ['state = doing', 'state = todo', 'group > inProgress', 'type != defect'],
  ],
  [
    'a state id that another type has',
    { typeId: sampleId('type', 2), stateId: 'todo' },
    [],
    ['state = todo', 'state = "to do"'],
  ],
  [
    'several containers',
    { containerIds: [sampleId('box', 1), sampleId('box', 3)] },
    [
      'container = TWR',
      'container = clm',
      'kind = project',
      'kind = case',
      'container != ops',
      'container ~ facade',
    ],
    ['container = OPS', 'kind = process', 'container not in (twr, ops)', 'kind != project'],
  ],
  [
    'labels',
    { labelIds: [sampleId('label', 1), sampleId('label', 3)] },
    [
      'label = urgent',
      'label in (urgent, "needs review")',
      'label ~ lif',
      'label != "needs review"',
      'label is not empty',
    ],
    ['label = "needs review"', 'label != urgent', 'label is empty'],
  ],
  [
    'no labels',
    {},
    ['label is empty', 'label != urgent', 'label not in (urgent)'],
    ['label = urgent', 'label ~ a'],
  ],
  [
    'priority in order',
    { priority: 3 },
    ['priority = high', 'priority > medium', 'priority <= urgent', 'priority = 3', 'priority is not empty'],
    ['priority < high', 'priority = none', 'priority is empty'],
  ],
  ['no priority', {}, ['priority is empty', 'priority = none', 'priority < low'], ['priority > none']],
  [
    'amounts',
    { effortMin: 480, costOfDelayMinor: 410_000, childCount: 2 },
    [
      'effort = 1d',
      'effort > 7.9h',
      'effort in (8h, 1w)',
      'cod >= 4.1k',
      'cod < 4100.01',
      'children > 1',
      'cod is not empty',
    ],
    ['effort > 1d', 'cod > 4.1k', 'children = 1', 'effort is empty'],
  ],
  [
    'no amounts',
    {},
    ['effort is empty', 'not effort < 1h', 'effort != 0', 'children = 0'],
    ['effort < 1h', 'effort >= 0', 'cod = 0'],
  ],
  [
    'custom fields',
    {
      fields: {
        [sampleId('field', 1)]: 100_000,
        [sampleId('field', 2)]: 4,
        [sampleId('field', 3)]: 'constructor',
        [sampleId('field', 5)]: '2026-12-01',
        [sampleId('field', 6)]: 'Über',
      },
    },
    [
      'budget = 1000',
      'field.budget > 999.99',
      'floor in (3, 4)',
      'crane = "mobile crane"',
      'crane ~ mobile',
      'permitOn > endOfMonth',
      'note ~ ube',
      'note = UBER',
      'field.done is empty',
      'inspector is empty',
    ],
    ['budget > 1000', 'crane = big', 'crane is empty', 'permitOn = today', 'note is empty', 'inspector = me'],
  ],
  [
    'custom values of another type',
    { fields: { [sampleId('field', 2)]: 'four', [sampleId('field', 6)]: 4 } },
    ['floor is empty', 'note is empty'],
    ['floor > 0', 'note ~ 4'],
  ],
  [
    'texts that say who and how',
    { role: 'Schweißer', practice: 'Rebar', artifact: null },
    ['role = schweisser', 'practice ~ bar', 'artifact is empty', 'artifact != plan'],
    ['role is empty', 'artifact ~ plan'],
  ],
  [
    'a milestone',
    { isMilestone: true },
    ['milestone'],
    ['not milestone', 'blocked', 'waiting', 'archived', 'ready'],
  ],
  ['blocked', { openBlockers }, ['blocked'], ['waiting']],
  ['waiting for somebody', { waitingFor }, ['waiting'], ['blocked']],
  ['in a state of waiting', { stateGroup: 'waiting' }, ['waiting', 'group = waiting'], ['group = ready']],
  ['archived', { archivedAt: 1 }, ['archived', 'open'], ['not archived']],
  [
    'six of six',
    {
      responsibleId: sampleId('person', 1),
      dueOn: '2026-12-01',
      role: 'a',
      practice: 'b',
      resources: 'c',
      artifact: 'd',
    },
    ['ready'],
    ['not ready'],
  ],
  [
    'five of six',
    { responsibleId: sampleId('person', 1), dueOn: '2026-12-01', role: 'a', practice: 'b', resources: 'c' },
    [],
    ['ready'],
  ],
  [
    'the first moment of today',
    { createdAt: sampleInstant('2026-11-22', '00:00') },
    [
      'created = today',
      'created >= today',
      'created <= today',
      'created > yesterday',
      'created in (today, tomorrow)',
    ],
    ['created < today', 'created > today', 'created = yesterday', 'created != today'],
  ],
  [
    'the last moment of yesterday',
    { createdAt: sampleInstant('2026-11-22', '00:00') - 1 },
    ['created = yesterday', 'created < today', 'created <= yesterday'],
    ['created >= today', 'created = today'],
  ],
  [
    'started five days ago',
    { startedAt: sampleInstant('2026-11-17', '23:59') },
    ['age = 5', 'age > 4', 'age <= 5', 'age < 1w', 'age in (4, 5d)', 'started = today-5d'],
    ['age > 5', 'age < 5', 'age is empty'],
  ],
  [
    'finished work has no age',
    { startedAt: sampleInstant('2026-11-17'), finishedAt: sampleInstant('2026-11-18') },
    ['age is empty', 'finished is not empty'],
    ['age >= 0'],
  ],
  [
    'a parent',
    { parentId: sampleId('item', 9) },
    [
      'parent = TWR-9',
      'parent = twr-9',
      'parent in (TWR-8, TWR-9)',
      'parent is not empty',
      `parent = ${sampleId('item', 9)}`,
      'parent != TWR-8',
    ],
    ['parent = TWR-8', 'parent is empty', 'parent = TWR-99'],
  ],
  [
    'no parent',
    {},
    ['parent is empty', 'parent != TWR-9', 'parent != TWR-99'],
    ['parent = TWR-9', 'parent = TWR-99'],
  ],
  [
    'joined conditions',
    { priority: 4, dueOn: '2026-11-20' },
    ['priority = urgent and overdue', 'done or overdue', 'not (done or blocked)', 'not done overdue'],
    ['done and overdue', 'not (done or overdue)'],
  ],
  ['anything', {}, ['', 'order by due', 'not done'], []],
]

const keys = new Map([
  ['TWR-8', sampleId('item', 8)],
  ['TWR-9', sampleId('item', 9)],
])
const context = { idOfKey: (key: string) => keys.get(key) }

test.each(cases)('%s', (_name, some, found, missed) => {
  const item = sampleItem(some)
  const answers = (text: string) => matches(bound(text), item, context)
  expect(found.filter((text) => !answers(text))).toEqual([])
  expect(missed.filter(answers)).toEqual([])
})

test('texts that are kept folded give the same answers', () => {
  const texts = createFoldedTexts()
  const item = sampleItem({ title: 'Façade' })
  const find = (text: string) => compileMatcher(bound(text), { texts })(item)
  expect([find('facade'), find('facade'), find('crane'), find('title ~ FAC')]).toEqual([
    true,
    true,
    false,
    true,
  ])
})
