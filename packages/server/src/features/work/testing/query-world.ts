import { dayNumber, type Instant, plainDate } from '@millrace/core/kernel'
import {
  type CustomField,
  createCatalogue,
  createFieldFormulas,
  type PlannedFacts,
  type QueryViewer,
  SORTED_LENGTH,
  type WorkItem,
} from '@millrace/core/work'
import fc from 'fast-check'
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { toRow } from '../item-row.ts'

const idOf = (kind: string, number: number) =>
  `${kind.repeat(8)}-0000-7000-8000-${String(number).padStart(12, '0')}`
const ids = (kind: string, count: number) => Array.from({ length: count }, (_, index) => idOf(kind, index))

const PEOPLE = ids('a', 4)
const TYPES = ids('b', 2)
const BOXES = ids('c', 4)
const LABELS = ids('d', 4)
const TEAMS = ids('e', 2)
const FIELDS = ids('f', 6)
const [MONEY = '', NUMBER = '', CHOICE = '', PERSON = '', DATE = '', TEXT = ''] = FIELDS

/** A formula of every type, each named by its key. */
const FORMULAS = [
  ['slack', 'days(today(), due) - effort / 8', 'number'],
  ['share', 'budget / 3 + floor', 'money'],
  ['tag', 'hoist & " " & ifEmpty(note, title)', 'text'],
  ['soon', 'min(due, permitOn) + 3', 'date'],
  ['late', 'open and due < today() or slack < 0', 'yesNo'],
] as const

const state = (id: string, name: string, group: WorkItem['stateGroup']) => ({
  id,
  name,
  group,
  wipLimit: null,
})
const workflow = (...states: ReturnType<typeof state>[]) => ({ states, moves: 'any' as const })
const named = (all: readonly string[], ...names: string[]) =>
  names.map((name, index) => ({ id: all[index] ?? '', name }))

const CUSTOM_FIELDS: readonly CustomField[] = [
  { id: MONEY, key: 'budget', name: 'Budget', kind: 'money', options: [] },
  { id: NUMBER, key: 'floor', name: 'Floor', kind: 'number', options: [] },
  {
    id: CHOICE,
    key: 'hoist',
    name: 'Hoist',
    kind: 'choice',
    options: [
      { id: 'big', name: 'Tower' },
      { id: 'constructor', name: 'Mobile' },
    ],
  },
  { id: PERSON, key: 'inspector', name: 'Inspector', kind: 'person', options: [] },
  { id: DATE, key: 'permitOn', name: 'Permit', kind: 'date', options: [] },
  { id: TEXT, key: 'note', name: 'Note', kind: 'text', options: [] },
  ...FORMULAS.map(([key, formula, result], index) => ({
    id: idOf('7', index),
    key,
    name: key,
    kind: 'formula' as const,
    options: [],
    formula,
    result,
  })),
]

/** The names that the queries below use. */
export const queryCatalogue = createCatalogue({
  people: named(PEOPLE, 'Rosa Marin', 'Tom Dahl', 'Zoë Çelik').map((one) => ({ ...one, email: null })),
  teams: named(TEAMS, 'Rebar crew', 'Façade'),
  labels: named(LABELS, 'urgent', 'needs review', 'Lift'),
  types: [
    {
      id: TYPES[0] ?? '',
      name: 'Task',
      workflow: workflow(
        state('todo', 'To do', 'ready'),
        state('doing', 'In progress', 'inProgress'),
        state('end', 'Done', 'done'),
      ),
    },
    {
      id: TYPES[1] ?? '',
      name: 'Defect',
      workflow: workflow(
        state('found', 'Found', 'backlog'),
        state('doing', 'Fixing', 'inProgress'),
        state('end', 'Done', 'done'),
      ),
    },
  ],
  containers: [
    { id: BOXES[0] ?? '', key: 'TWR', name: 'Harbour Tower', kind: 'project' },
    { id: BOXES[1] ?? '', key: 'OPS', name: 'Tenant request', kind: 'process' },
    { id: BOXES[2] ?? '', key: 'CLM', name: 'Façade claim', kind: 'case' },
    // So many that the list of a kind is long enough for the other way to compare.
    ...Array.from({ length: 40 }, (_, index) => ({
      id: idOf('9', index),
      key: `L${index}`,
      name: `List ${index}`,
      kind: 'case' as const,
    })),
  ],
  customFields: CUSTOM_FIELDS,
  formulas: createFieldFormulas(CUSTOM_FIELDS),
})

const HOUR = 3_600_000
/** Noon where the viewer is, two hours ahead of Greenwich. */
const NOW = Date.UTC(2026, 10, 22, 10)

/** Rosa, on Sunday 22 November 2026. */
export const queryViewer: QueryViewer = {
  me: PEOPLE[0] ?? null,
  today: '2026-11-22',
  weekStart: 1,
  currencyDigits: 2,
  dayStart: (date) => ((dayNumber(date) ?? 0) * 24 - 2) * HOUR,
  dayOf: (at) => plainDate(Math.floor((at / HOUR + 2) / 24)),
  timeZone: 'Etc/GMT-2',
}

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 2 })
const oneOf = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const someOf = (all: readonly string[]) => fc.subarray([...all])

/** Words with everything that texts can do to a comparison. */
export const WORDS = [
  ...['Crane', 'crane', 'Façade', 'ÉTAGE', 'Straße', 'ΟΔΟΣ', 'İstanbul', 'йод', 'level 4', '50%', 'a_b'],
  ...['back\\slash', '"quoted"', "it's", '😀', '\ufffd', '\uffee', '한국', 'two\nlines', '  ', 'Z', 'z'],
]
/** Alike in all the characters that count for sorting. */
const LONG = ['b', 'a'].map((end) => '😀'.repeat(SORTED_LENGTH) + end)
const text = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(oneOf(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: oneOf(...LONG) },
)
const day = oneOf('2026-10-31', '2026-11-16', '2026-11-21', '2026-11-22', '2026-11-23', '2026-12-01')
/** Around the ends of days, where a wrong time zone shows. */
const moment = fc
  .tuple(
    oneOf(-30, -7, -5, -1, 0, 1),
    oneOf(-10 * HOUR, -10 * HOUR - 1, -1, 0, 12 * HOUR, 14 * HOUR - 1, 14 * HOUR),
  )
  .map(([days, ms]) => NOW - 2 * HOUR + days * 24 * HOUR + ms)
const anyValue = fc.oneof(text, fc.integer(), day)

const fields = fc.record(
  {
    [MONEY]: fc.oneof(
      { weight: 4, arbitrary: oneOf(0, 100_000, 99_999, -500) },
      { weight: 1, arbitrary: anyValue },
    ),
    [NUMBER]: fc.oneof(
      { weight: 4, arbitrary: oneOf(0, 4, 4.1, -2.5, 1e21) },
      { weight: 1, arbitrary: anyValue },
    ),
    [CHOICE]: fc.oneof(
      { weight: 4, arbitrary: oneOf('big', 'constructor', 'gone') },
      { weight: 1, arbitrary: anyValue },
    ),
    [PERSON]: oneOf(...PEOPLE),
    [DATE]: fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: anyValue }),
    [TEXT]: fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: anyValue }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<WorkItem['fields']> // Keys that are left out are not there, rather than undefined.
const blocker = { id: idOf('8', 0), reason: 'decision' as const, note: '', since: NOW }

const loose = fc.record({
  containerIds: someOf(BOXES).map((some) => (some.length > 0 ? some : [BOXES[0] ?? ''])),
  typeId: oneOf(...TYPES),
  title: text,
  description: fc.oneof(fc.constant(''), text),
  stateId: oneOf('todo', 'doing', 'end', 'found', 'gone'),
  stateGroup: oneOf<WorkItem['stateGroup']>('backlog', 'ready', 'inProgress', 'waiting', 'inReview', 'done'),
  area: oneOf<WorkItem['area']>('1.1', '2.3', '3.3'),
  rank: oneOf('V', 'a', 'B', 'b', 'zz'),
  priority: oneOf<WorkItem['priority']>(0, 1, 2, 3, 4),
  responsibleId: orNull(oneOf(...PEOPLE)),
  accountableId: orNull(oneOf(...PEOPLE)),
  requesterId: orNull(oneOf(...PEOPLE)),
  teamId: orNull(oneOf(...TEAMS)),
  startsOn: orNull(day),
  dueOn: orNull(day),
  effortMin: orNull(oneOf(0, 60, 240, 480, 481)),
  costOfDelayMinor: orNull(oneOf(0, 410_000, 410_001, 9_007_199_254_740_991)),
  role: orNull(text),
  practice: orNull(text),
  resources: orNull(text),
  artifact: orNull(text),
  isMilestone: fc.boolean(),
  labelIds: someOf(LABELS),
  fields,
  waitingFor: orNull(fc.constant({ personId: null, note: '', since: NOW })),
  openBlockers: oneOf([], [blocker]),
  childCount: oneOf(0, 1, 12),
  startedAt: orNull(moment),
  finishedAt: orNull(moment),
  archivedAt: orNull(moment),
  createdAt: moment,
  updatedAt: moment,
  stateSince: moment,
})
const FIXED = {
  effortLowMin: null,
  effortHighMin: null,
  childDoneCount: 0,
  lineCount: 0,
  lineDoneCount: 0,
  ownSeenBy: null,
  seenBy: null,
  acceptedAt: null,
  noticedAt: null,
  createdBy: null,
  version: 1,
}

/** Random items, the same for the same seed. Some lie under earlier ones. */
export function randomItems(count: number, seed: number): readonly WorkItem[] {
  const parents = fc.sample(orNull(fc.nat()), { seed, numRuns: count })
  return fc.sample(loose, { seed, numRuns: count }).map((item, index): WorkItem => {
    const parent = parents[index] ?? null
    return {
      ...item,
      ...FIXED,
      id: idOf('7', index),
      key: `${index % 3 === 0 ? 'OPS' : 'TWR'}-${index}`,
      parentId: parent === null || index === 0 ? null : idOf('7', parent % index),
    }
  })
}

/** What a plan says of an item, before it is looked at as queries do. */
type Planned = {
  readonly itemId: string
  readonly projectId: string
  /** Said by a calculation; without one only what is planned for the item counts. */
  readonly isCalculated: boolean
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
  readonly deadlineAt: Instant | null
  readonly percent: number
  readonly totalFloatMin: number
  readonly isCritical: boolean
  readonly hasConflict: boolean
}

const looseOnPlan = fc.record({
  startAt: orNull(moment),
  finishAt: orNull(moment),
  deadlineAt: orNull(moment),
  percent: oneOf(0, 40, 100),
  totalFloatMin: oneOf(-480, 0, 60, 960),
  isCritical: fc.boolean(),
  hasConflict: fc.boolean(),
})

/** Of the first container the plan is calculated, of the second it keeps its dates; others have none. */
export function randomPlanned(items: readonly WorkItem[], seed: number): readonly Planned[] {
  const all = fc.sample(looseOnPlan, { seed, numRuns: items.length })
  return items.flatMap(({ id, containerIds }, index) => {
    const onPlan = all[index]
    const projectId = containerIds.find((box) => box === BOXES[0] || box === BOXES[1])
    if (!onPlan || projectId === undefined || index % 5 === 0) return []
    return { ...onPlan, itemId: id, projectId, isCalculated: projectId === BOXES[0] }
  })
}

/** The same as queries compare it. */
export function factsOf(item: WorkItem, planned: Planned): PlannedFacts {
  const { startAt, finishAt, deadlineAt, isCalculated } = planned
  return {
    plannedStartAt: startAt,
    plannedFinishAt: finishAt === null || finishAt === startAt ? finishAt : finishAt - 1,
    deadlineAt: deadlineAt === null ? null : deadlineAt - 1,
    totalFloatMin: isCalculated ? planned.totalFloatMin : null,
    percentComplete: !isCalculated && item.stateGroup === 'done' ? 100 : planned.percent,
    isCritical: isCalculated ? planned.isCritical : null,
    hasConflict: isCalculated && planned.hasConflict,
    missesDeadline: finishAt !== null && deadlineAt !== null && finishAt > deadlineAt,
  }
}

/** Puts items on plans, as a calculation leaves them. */
export async function insertPlanned(
  { owner: { pool } }: TestDatabase,
  organisationId: string,
  planned: readonly Planned[],
): Promise<void> {
  const rows = planned.map(({ itemId, projectId, isCalculated, percent, ...rest }) => ({
    ...{ item_id: itemId, project_id: projectId, percent_complete: percent },
    // What was calculated counts where there is any.
    start_at: isCalculated ? null : momentOf(rest.startAt),
    finish_at: isCalculated ? null : momentOf(rest.finishAt),
    deadline_at: momentOf(rest.deadlineAt),
  }))
  await pool.query(
    `insert into plan_item (organisation_id, item_id, project_id, start_at, finish_at, deadline_at, percent_complete)
     select $1, item_id, project_id, start_at, finish_at, deadline_at, percent_complete
     from json_populate_recordset(null::plan_item, $2::json)`,
    [organisationId, JSON.stringify(rows)],
  )
  const calculated = planned.filter(({ isCalculated }) => isCalculated)
  const found = calculated.map((planned) => ({
    ...{ item_id: planned.itemId, project_id: planned.projectId },
    ...{ start_at: momentOf(planned.startAt), finish_at: momentOf(planned.finishAt) },
    percent_complete: planned.percent,
    total_float_min: planned.totalFloatMin,
    is_critical: planned.isCritical,
    is_conflicting: planned.hasConflict,
  }))
  await pool.query(
    `insert into plan_finding (organisation_id, item_id, project_id, start_at, finish_at, percent_complete, total_float_min, is_critical, is_conflicting)
     select $1, item_id, project_id, start_at, finish_at, percent_complete, total_float_min, is_critical, is_conflicting
     from json_populate_recordset(null::plan_finding, $2::json)`,
    [organisationId, JSON.stringify(found)],
  )
}

function momentOf(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** A database with one organisation and these items in it. */
export async function createQueryWorld(
  organisationId: string,
  items: readonly WorkItem[],
): Promise<TestDatabase> {
  const database = await createTestDatabase()
  const { pool } = database.owner
  const [type = '', person = ''] = [TYPES[0], PEOPLE[0]]
  await pool.query('insert into organisation (id, slug, name, created_at) values ($1, $2, $3, now())', [
    organisationId,
    'o',
    'O',
  ])
  const each = async (all: readonly string[], statement: string) => {
    await pool.query(statement, [organisationId, all])
  }
  await each(
    PEOPLE,
    `insert into person (organisation_id, id, name, org_role, status, created_at)
     select $1, p, p, 'member', 'active', now() from unnest($2::uuid[]) p`,
  )
  await each(
    TEAMS,
    `insert into team (organisation_id, id, name, created_at) select $1, t, t, now() from unnest($2::uuid[]) t`,
  )
  await each(
    TYPES,
    `insert into item_type (organisation_id, id, name, icon, workflow, readiness_gate, rank)
     select $1, t, t, '', '{}', 'soft', t from unnest($2::uuid[]) t`,
  )
  await pool.query(
    `insert into container (organisation_id, id, kind, key, name, state, visibility, owner_id, default_type_id, default_area, created_at)
     select $1, c, 'list', c, c, 'active', 'open', $3, $4, '2.3', now() from unnest($2::uuid[]) c`,
    [organisationId, BOXES, person, type],
  )
  await insertRows(database, organisationId, items)
  return database
}

async function insertRows(
  database: TestDatabase,
  organisationId: string,
  items: readonly WorkItem[],
): Promise<void> {
  const rows = items.map((item) => ({ ...toRow(item), child_count: item.childCount }))
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await database.owner.pool.query(
    `insert into work_item (organisation_id, ${columns})
     select $1, ${columns} from json_populate_recordset(null::work_item, $2::json)`,
    [organisationId, JSON.stringify(rows)],
  )
}
