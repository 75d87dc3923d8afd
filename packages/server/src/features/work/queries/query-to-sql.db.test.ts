import {
  type BoundQuery,
  bindQuery,
  compareBy,
  compileMatcher,
  parseQuery,
  type WorkItem,
} from '@millrace/core/work'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inSnapshot } from '../../../platform/db/transaction.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import {
  createQueryWorld,
  factsOf,
  insertPlanned,
  queryCatalogue,
  queryViewer,
  randomItems,
  randomPlanned,
  WORDS,
} from '../testing/query-world.ts'
import type { PlacedRow } from './order-sql.ts'
import { decodeCursor, encodeCursor, placeOf } from './query-cursor.ts'
import { compileQuery } from './query-to-sql.ts'

const ORGANISATION = '0194e9f0-0000-7000-8000-000000000001'
const ITEMS = randomItems(240, 12)
const PLANNED = randomPlanned(ITEMS, 16)
const PLANNED_BY_ID = new Map(PLANNED.map((planned) => [planned.itemId, planned]))
const FACTS = new Map(
  ITEMS.flatMap((item) => {
    const planned = PLANNED_BY_ID.get(item.id)
    return planned ? [[item.id, factsOf(item, planned)] as const] : []
  }),
)
const IDS_BY_KEY = new Map(ITEMS.map(({ key, id }) => [key, id]))

let database: TestDatabase
beforeAll(async () => {
  database = await createQueryWorld(ORGANISATION, ITEMS)
  await insertPlanned(database, ORGANISATION, PLANNED)
})
afterAll(() => database.close())

function bound(text: string): BoundQuery {
  const parsed = parseQuery(text)
  const result = parsed.ok ? bindQuery(parsed.value, queryCatalogue, queryViewer) : parsed
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.refusal)}`)
  return result.value
}

function inMemory(query: BoundQuery): readonly string[] {
  const plannedOf = (id: string) => FACTS.get(id)
  const find = compileMatcher(query, { idOfKey: (key) => IDS_BY_KEY.get(key), plannedOf })
  return ITEMS.filter(find)
    .toSorted(compareBy(query, { plannedOf }))
    .map(({ id }) => id)
}

type Row = PlacedRow & { readonly id: string }

/** The items that the database finds, after a cursor if one is given. */
async function inDatabase(
  query: BoundQuery,
  page: { after?: string; limit?: number } = {},
): Promise<readonly Row[]> {
  const compiled = compileQuery(query, { firstParam: 3, organisationId: ORGANISATION, visible: null })
  const { joins, where, orderBy, place, keyset } = compiled
  const values = page.after === undefined ? null : decodeCursor(compiled, page.after)
  if (values && !values.ok) throw new Error('the cursor is refused')
  const after = values ? keyset(values.value) : { text: 'true', values: [] }
  return await inSnapshot(database.db, ORGANISATION, (tx) =>
    tx.query<Row>({
      text: `
select w.id, ${place}
from work_item w${joins.text}
where w.organisation_id = $1
  and ${where.text}
  and ${after.text}
order by ${orderBy.text}
limit $2`,
      values: [
        ...[ORGANISATION, page.limit ?? 1000],
        ...[joins, where, orderBy, after].flatMap(({ values: bound }) => bound),
      ],
    }),
  )
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
const one = (...texts: readonly string[]) => fc.constantFrom(...texts)
const list = (values: fc.Arbitrary<string>) =>
  fc.array(values, { minLength: 1, maxLength: 3 }).map((some) => `(${some.join(', ')})`)

const words = fc
  .tuple(
    fc.constantFrom(...WORDS.filter((word) => word.trim() !== '')),
    fc.nat(3),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([word, from, length]) => [...word].slice(from, from + length).join('') || word)
  .filter((part) => part.trim() !== '')
  .map(quoted)
const days = one(
  'today',
  'yesterday',
  'today-5d',
  'startOfWeek',
  'endOfMonth',
  '2026-11-16',
  'today+9d',
  'startOfMonth-1m',
)
const people = one('me', '"Tom Dahl"', 'zoe')
const same = ['=', '!=']
const order = ['<', '<=', '>', '>=']

function field(names: readonly string[], comparisons: readonly string[], values: fc.Arbitrary<string>) {
  const single = fc.tuple(one(...names), one(...comparisons), values).map((parts) => parts.join(' '))
  const several = fc.tuple(one(...names), one('in', 'not in'), list(values)).map((parts) => parts.join(' '))
  return comparisons.includes('=') ? fc.oneof(single, single, several) : single
}

const condition = fc.oneof(
  words,
  field(['text'], ['~', '!~'], words),
  field(['title', 'description', 'role', 'practice', 'artifact', 'note'], [...same, '~', '!~'], words),
  field(['key'], [...same, '~', '!~'], one('TWR-7', 'ops-12', '1', 'OPS-9')),
  field(['state'], [...same, '~'], one('"to do"', '"in progress"', 'fixing', 'done', 'todo', 'doing')),
  field(['group'], [...same, ...order], one('ready', 'inProgress', 'waiting', 'done')),
  field(['type'], same, one('task', 'defect')),
  field(['container'], [...same, '~'], one('twr', 'OPS', 'clm')),
  field(['kind'], same, one('project', 'process', 'case', 'list')),
  field(['area'], same, one('1.1', '2.3')),
  field(['parent'], same, one('TWR-1', 'OPS-0', 'OPS-3', 'TWR-9999')),
  field(['responsible', 'accountable', 'requester', 'inspector'], [...same, '~'], people),
  field(['team'], [...same, '!~'], one('facade', '"rebar crew"')),
  field(['label'], [...same, '~'], one('urgent', 'lift')),
  field(['tag'], [...same, '~', '!~'], words),
  field(['late'], [...same, '~'], one('yes', 'no')),
  field(['hoist'], [...same, '~'], one('big', 'mobile')),
  field(['priority'], [...same, ...order], one('none', 'medium', 'urgent')),
  field(
    [
      ...['plannedStart', 'plannedFinish', 'deadline'],
      ...['start', 'due', 'permitOn', 'created', 'updated', 'started', 'finished', 'stateSince', 'soon'],
    ],
    [...same, ...order],
    days,
  ),
  field(['age'], [...same, ...order], one('0', '1', '5', '2w')),
  field(['critical'], [...same, '~'], one('yes', 'no')),
  field(['totalFloat'], [...same, ...order], one('0', '1h', '-1d', '2d')),
  field(['percentComplete'], [...same, ...order], one('0', '40', '99.5')),
  field(['effort'], [...same, ...order], one('0', '1h', '4h', '1d', '999999w')),
  field(['cod', 'budget', 'share'], [...same, ...order], one('0', '1000', '4.1k', '999.99', '-5')),
  field(['children', 'floor', 'slack'], [...same, ...order], one('0', '1', '4', '4.1', '-2.5')),
  one('open', 'done', 'blocked', 'waiting', 'overdue', 'ready', 'milestone', 'archived'),
  one('critical', 'missesDeadline', 'conflicting'),
  fc
    .tuple(
      one(
        ...[
          ...['plannedStart', 'plannedFinish', 'deadline', 'totalFloat', 'critical', 'percentComplete'],
          'description',
          'parent',
          'responsible',
          'team',
          'label',
          'priority',
          'start',
          'due',
          'effort',
          'cod',
          'role',
        ],
      ),
      one('is empty', 'is not empty'),
    )
    .map((parts) => parts.join(' ')),
  fc
    .tuple(
      one(
        ...[
          'slack',
          'share',
          'tag',
          'soon',
          'age',
          'started',
          'budget',
          'floor',
          'hoist',
          'inspector',
          'permitOn',
          'note',
        ],
      ),
      one('is empty', 'is not empty'),
    )
    .map((parts) => parts.join(' ')),
)
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    condition,
    tie('filter').map((inner) => `not (${inner})`),
    fc
      .tuple(fc.constantFrom(' and ', ' or ', ' '), fc.array(tie('filter'), { minLength: 2, maxLength: 3 }))
      .map(([joint, parts]) => `(${parts.join(joint)})`),
  ),
}))
const SORTABLE = [
  ...[
    'key',
    'title',
    'state',
    'group',
    'type',
    'container',
    'area',
    'children',
    'responsible',
    'accountable',
    'requester',
  ],
  ...[
    'team',
    'priority',
    'start',
    'due',
    'effort',
    'costOfDelay',
    'role',
    'practice',
    'artifact',
    'created',
    'updated',
  ],
  ...[
    'started',
    'finished',
    'stateSince',
    'age',
    'budget',
    'floor',
    'hoist',
    'inspector',
    'permitOn',
    'note',
  ],
  ...['slack', 'share', 'tag', 'soon', 'late'],
  ...['plannedStart', 'plannedFinish', 'deadline', 'totalFloat', 'critical', 'percentComplete'],
]
const sorts = fc
  .array(fc.tuple(one(...SORTABLE), one('', ' desc')), { minLength: 1, maxLength: 3 })
  .map((terms) => ` order by ${terms.map((term) => term.join('')).join(', ')}`)
const queries = fc
  .tuple(fc.oneof(filter, filter, fc.constant('')), fc.oneof(sorts, fc.constant('')))
  .map((parts) => parts.join(''))

test('the database finds the same items in the same order as memory does', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(queries, async (text) => {
      const query = bound(text)
      const rows = await inDatabase(query)
      found += rows.length
      expect(rows.map(({ id }) => id)).toEqual(inMemory(query))
    }),
    { seed: 13, numRuns: 800 },
  )
  // Were nearly every answer empty, agreement would prove little.
  expect(found).toBeGreaterThan(25_000)
})

test('a page goes on where the one before ended, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(sorts, fc.nat(ITEMS.length - 1), async (text, place) => {
      const query = bound(text)
      const all = inMemory(query)
      const [last] = (await inDatabase(query, { limit: place + 1 })).slice(-1)
      const compiled = compileQuery(query, { firstParam: 1, organisationId: ORGANISATION, visible: null })
      const after = encodeCursor(compiled, last ? placeOf(compiled, last) : [])
      expect((await inDatabase(query, { after })).map(({ id }) => id)).toEqual(all.slice(place + 1))
    }),
    { seed: 14, numRuns: 200 },
  )
})

test('pages cover the whole list once', async () => {
  const query = bound('open order by due desc, title, assignee')
  const compiled = compileQuery(query, { firstParam: 1, organisationId: ORGANISATION, visible: null })
  const seen: string[] = []
  let after: string | undefined
  for (;;) {
    const rows: readonly Row[] = await inDatabase(query, {
      limit: 7,
      ...(after === undefined ? {} : { after }),
    })
    seen.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    if (!last) break
    after = encodeCursor(compiled, placeOf(compiled, last))
  }
  expect(seen).toEqual(inMemory(query))
})

test('what is stored is read back as it was', async () => {
  const rows = await inDatabase(bound(''))
  expect(rows).toHaveLength(ITEMS.length)
  expect(ITEMS.some((item: WorkItem) => item.title.includes('😀'))).toBe(true)
})
