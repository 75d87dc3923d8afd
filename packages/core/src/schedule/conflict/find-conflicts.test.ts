import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STANDARD_WEEK, type WorkingCalendar } from '../../calendar/index.ts'
import {
  checkPlan,
  findConflicts,
  type PlanInput,
  type PlanLink,
  PlanNetwork,
  type PlanOptions,
  type PlanTask,
  plannedTasks,
} from '../index.ts'
import { randomPlan } from '../network/testing/random-plan.ts'

const minute = (text: string) => Date.parse(`${text}Z`) / 60_000
const DAY = 480

const office: WorkingCalendar = {
  id: 'office',
  baseId: null,
  name: 'Office',
  timeZone: 'UTC',
  week: STANDARD_WEEK,
  periods: [],
  exceptions: [],
}

const task = (id: string, values: Partial<PlanTask> = {}): PlanTask => ({
  id,
  parentId: null,
  kind: 'task',
  durationMin: DAY,
  isElapsed: false,
  calendarId: null,
  constraint: null,
  deadlineAt: null,
  levelledAt: null,
  manual: null,
  actual: null,
  ...values,
})

const link = (fromId: string, toId: string, values: Partial<PlanLink> = {}): PlanLink => ({
  id: `${fromId}-${toId}`,
  fromId,
  toId,
  kind: 'FS',
  lag: 0,
  lagUnit: 'workingMin',
  ...values,
})

/** A plan that begins on Thursday 2026-11-05. */
const plan = (
  tasks: readonly PlanTask[],
  links: readonly PlanLink[] = [],
  options: Partial<PlanOptions> = {},
): PlanInput => ({
  tasks,
  links,
  calendars: [office],
  options: {
    startAt: minute('2026-11-05T08:00'),
    statusAt: null,
    calendarId: 'office',
    lagCalendar: 'project',
    precedence: 'logic',
    progress: 'retained',
    criticalMin: 0,
    nearCriticalMin: 0,
    ...options,
  },
})

function networkOf(input: PlanInput): PlanNetwork {
  const network = PlanNetwork.of(input)
  if (!network.ok) throw new Error(network.refusal.code)
  return network.value
}
const conflictsIn = (input: PlanInput) => findConflicts(networkOf(input))

test('a link that overrules a constraint is named, with what was wanted and what came of it', () => {
  const at = minute('2026-11-05T08:00')
  const pinned = task('b', { constraint: { kind: 'MSO', at } })
  expect(conflictsIn(plan([task('a'), pinned], [link('a', 'b')]))).toEqual([
    {
      kind: 'constraint',
      itemId: 'b',
      constraint: 'MSO',
      wantedAt: at,
      gotAt: minute('2026-11-06T08:00'),
      offMin: DAY,
      by: { kind: 'link', linkId: 'a-b' },
    },
  ])
})

test('where dates win, the link that is not kept is named instead', () => {
  const at = minute('2026-11-05T08:00')
  const pinned = task('b', { constraint: { kind: 'MSO', at } })
  expect(conflictsIn(plan([task('a'), pinned], [link('a', 'b')], { precedence: 'dates' }))).toEqual([
    {
      kind: 'link',
      linkId: 'a-b',
      itemId: 'b',
      wantedAt: minute('2026-11-05T17:00'),
      gotAt: at,
      offMin: DAY,
      by: { kind: 'constraint' },
    },
  ])
})

test('a deadline is missed by working minutes, over a weekend too', () => {
  const late = task('a', { durationMin: 3 * DAY, deadlineAt: minute('2026-11-06T17:00') })
  expect(conflictsIn(plan([late]))).toMatchObject([{ kind: 'deadline', itemId: 'a', offMin: DAY }])
})

test('dates set by hand that come before their link allows are named, those that do not are not', () => {
  const manual = (startAt: string, finishAt: string) => ({
    manual: { startAt: minute(startAt), finishAt: minute(finishAt) },
  })
  const rows = [
    task('a', { durationMin: 2 * DAY }),
    task('early', manual('2026-11-05T13:00', '2026-11-06T12:00')),
    task('weekend', manual('2026-11-07T09:00', '2026-11-07T10:00')),
  ]
  const found = conflictsIn(plan(rows, [link('a', 'early'), link('a', 'weekend')]))
  expect(found).toMatchObject([{ linkId: 'a-early', offMin: 12 * 60, by: { kind: 'manual' } }])
})

test('work that has begun before its predecessor is done is named until both have happened', () => {
  const begun = { startAt: minute('2026-11-05T08:00'), finishAt: null, remainingMin: 60 }
  const over = { startAt: minute('2026-11-05T08:00'), finishAt: minute('2026-11-06T17:00'), remainingMin: 0 }
  const rows = [task('a', { durationMin: 2 * DAY }), task('b', { actual: begun })]
  expect(conflictsIn(plan(rows, [link('a', 'b')]))).toMatchObject([{ kind: 'link', by: { kind: 'actual' } }])
  const done = [task('a', { actual: over }), task('b', { actual: begun })]
  expect(conflictsIn(plan(done, [link('a', 'b')]))).toEqual([])
})

test('a summary whose part lies before what it waits for is named', () => {
  const hand = { startAt: minute('2026-11-05T08:00'), finishAt: minute('2026-11-05T17:00') }
  const rows = [task('a'), task('s', { kind: 'summary' }), task('b', { parentId: 's', manual: hand })]
  expect(conflictsIn(plan(rows, [link('a', 's')]))).toMatchObject([
    { kind: 'link', itemId: 's', gotAt: hand.startAt, offMin: DAY },
  ])
})

test('only dates set by hand lie before the status date without having begun', () => {
  const hand = { startAt: minute('2026-11-05T08:00'), finishAt: minute('2026-11-05T17:00') }
  const options = { statusAt: minute('2026-11-09T08:00') }
  const rows = [task('a'), task('b', { manual: hand }), task('c', { actual: { ...hand, remainingMin: 0 } })]
  expect(conflictsIn(plan(rows, [], options))).toMatchObject([
    { kind: 'past', itemId: 'b', wantedAt: options.statusAt, offMin: 2 * DAY },
  ])
})

test('a start that was reported is no longer held by its constraint, an open finish still is', () => {
  const at = minute('2026-11-04T17:00')
  const actual = { startAt: minute('2026-11-05T08:00'), finishAt: null, remainingMin: DAY }
  const kinds = ['SNLT', 'FNLT'] as const
  const rows = kinds.map((kind) => task(kind, { actual, constraint: { kind, at } }))
  expect(conflictsIn(plan(rows)).map(({ itemId }) => itemId)).toEqual(['FNLT'])
})

test('work whose calendar never meets that of whoever does it says so, and goes by its own', () => {
  const nights = {
    ...office,
    id: 'nights',
    week: Array.from({ length: 7 }, () => [{ from: 1080, to: 1320 }]),
  }
  const input = plan([
    task('apart', { resourceCalendarIds: ['nights'] }),
    task('own', { resourceCalendarIds: ['office'] }),
    task('alone'),
  ])
  const found = conflictsIn({ ...input, calendars: [...input.calendars, nights] })
  expect(found).toEqual([
    {
      kind: 'apart',
      itemId: 'apart',
      wantedAt: input.options.startAt,
      gotAt: input.options.startAt,
      offMin: 0,
    },
  ])
})

type Found = { readonly kind: string; readonly itemId?: string; readonly linkId?: string }

const keysOf = (found: readonly Found[]) =>
  found
    .filter(({ kind }) => ['constraint', 'deadline', 'link'].includes(kind))
    .map(({ kind, itemId, linkId }) => `${kind} ${linkId ?? itemId ?? ''}`)
    .toSorted()

test('in random plans the independent checker breaks the same constraints, deadlines and links', () => {
  const plans = fc.tuple(
    randomPlan({ constraints: ['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'], hasFixed: true }),
    fc.constantFrom('logic' as const, 'dates' as const), // Literals of the type.
  )
  fc.assert(
    fc.property(plans, ([random, precedence]) => {
      // The checker measures links to what people placed as little as it does summaries.
      const isFree = ({ actual, manual }: PlanTask) => !actual && !manual
      const tasks = random.tasks.map((one, at) => ({
        ...one,
        constraint: one.actual ? null : one.constraint,
        deadlineAt: at % 2 === 0 ? (one.constraint?.at ?? null) : null,
      }))
      const free = new Set(tasks.filter(isFree).map(({ id }) => id))
      const links = random.links.filter(
        ({ fromId, toId }) => fromId !== 'summary' && toId !== 'summary' && free.has(toId),
      )
      const input = { ...random, tasks, links, options: { ...random.options, precedence } }
      const network = networkOf(input)
      const dates = plannedTasks(network).filter(({ id }) => id !== 'summary')
      expect(keysOf(findConflicts(network))).toEqual(keysOf(checkPlan(input, dates)))
    }),
    { seed: 7, numRuns: 400 },
  )
})
