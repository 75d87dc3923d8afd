import fc from 'fast-check'
import { STANDARD_WEEK, type WorkingCalendar } from '../../../calendar/index.ts'
import type {
  ConstraintKind,
  LagCalendar,
  LinkKind,
  OutsideLink,
  PlanInput,
  PlanLink,
  PlanTask,
  ProgressRule,
} from '../plan.ts'

/** Thursday before clocks change in Berlin, and a week before they do in New York. */
export const START = Date.parse('2026-10-22T06:00Z') / 60_000

const base = { baseId: null, periods: [], exceptions: [] }
/**
 * An office, a crew on it with a holiday and Saturdays, a night shift over the sea that meets both for some hours, a
 * late shift that meets nobody, and one that never stops.
 */
export const CALENDARS: readonly WorkingCalendar[] = [
  { ...base, id: 'office', name: 'Office', timeZone: 'Europe/Berlin', week: STANDARD_WEEK },
  {
    ...base,
    id: 'crew',
    baseId: 'office',
    name: 'Crew',
    timeZone: 'Europe/Berlin',
    week: [null, null, [], null, null, [{ from: 360, to: 840 }], null],
    exceptions: [{ name: 'Holiday', from: '2026-10-26', to: '2026-10-26', shifts: [] }],
  },
  {
    ...base,
    id: 'night',
    name: 'Night shift',
    timeZone: 'America/New_York',
    week: Array.from({ length: 7 }, () => [{ from: 1320, to: 1800 }]),
  },
  {
    ...base,
    id: 'late',
    name: 'Late shift',
    timeZone: 'Europe/Berlin',
    week: Array.from({ length: 7 }, () => [{ from: 1080, to: 1320 }]),
  },
  {
    ...base,
    id: 'always',
    name: 'Always',
    timeZone: 'Europe/Berlin',
    week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  },
]

const calendarId = fc.constantFrom('office', 'crew', 'night', 'always', null)
/** What a plan may hold besides tasks and links. */
export type RandomKinds = {
  readonly constraints: readonly ConstraintKind[]
  readonly hasFixed: boolean
  /** Calendars of whoever does the work: none, such as meet, or also those who never do, which takes long to see. */
  readonly resources?: 'none' | 'meeting' | 'any'
  /** Whether work may rest on the way. */
  readonly hasSplits?: boolean
  /** Whether tasks wait for other plans. */
  readonly hasOutside?: boolean
}

const MEETING = ['office', 'crew', 'night', 'always']

function resourceCalendars({ resources = 'none' }: RandomKinds): fc.Arbitrary<readonly string[]> {
  const all = resources === 'any' ? [...MEETING, 'late'] : MEETING
  const some = { weight: resources === 'none' ? 0 : 1, arbitrary: fc.subarray(all, { maxLength: 2 }) }
  return fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, some)
}

/** Gaps as places in the quarters of its duration, or where it stands once it has begun; those that do not fit are left out. */
const splits = fc.array(
  fc.record({ place: fc.integer({ min: 1, max: 79 }), pause: fc.integer({ min: 1, max: 40 }) }),
  {
    maxLength: 3,
  },
)

type Place = { readonly place: number; readonly pause: number }

function splitsOf(places: readonly Place[], durationMin: number): Pick<PlanTask, 'splits'> {
  const byPlace = new Map(places.map(({ place, pause }) => [place * 15, pause * 15]))
  const within = [...byPlace].filter(([afterMin]) => afterMin < durationMin).toSorted(([a], [b]) => a - b)
  return within.length === 0 ? {} : { splits: within.map(([afterMin, pauseMin]) => ({ afterMin, pauseMin })) }
}

const quarter = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * 15)
const duration = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: quarter(1, 80) })

function taskOf(kinds: RandomKinds, index: number): fc.Arbitrary<PlanTask> {
  const constraint =
    kinds.constraints.length === 0
      ? fc.constant(null)
      : fc.option(
          fc.record({
            kind: fc.constantFrom(...kinds.constraints),
            at: quarter(0, 400).map((at) => START + at),
          }),
          { freq: 4 },
        )
  const fixed = fc.record({
    skip: quarter(0, 200),
    length: quarter(1, 60),
    sort: fc.integer({ min: 0, max: 8 }),
  })
  return fc
    .record({
      durationMin: duration,
      isElapsed: fc.boolean(),
      often: fc.nat(3),
      isHammock: fc.nat(7).map((one) => one === 0),
      calendarId,
      resourceCalendarIds: resourceCalendars(kinds),
      constraint,
      fixed,
      places: kinds.hasSplits ? splits : fc.constant([]),
      outside: kinds.hasOutside ? outsideLinks : fc.constant([]),
    })
    .map(
      ({
        fixed: { skip, length, sort },
        places,
        often,
        isElapsed,
        isHammock,
        outside,
        ...rest
      }): PlanTask => {
        const startAt = START + skip
        const isManual = kinds.hasFixed && sort === 0
        const hasBegun = kinds.hasFixed && sort === 1
        return {
          ...rest,
          ...(isHammock ? {} : splitsOf(places, rest.durationMin)),
          ...outsideOf(index, outside),
          id: String(index),
          parentId: null,
          kind: isHammock ? 'hammock' : 'task',
          constraint: isHammock ? null : rest.constraint,
          isElapsed: isElapsed && often === 0,
          deadlineAt: null,
          levelledAt: kinds.hasFixed && sort === 2 ? startAt : null,
          manual: isManual ? { startAt, finishAt: startAt + length } : null,
          actual: hasBegun ? { startAt, finishAt: null, remainingMin: length } : null,
        }
      },
    )
}

/** Links have their own ids in a plan. */
function outsideOf(index: number, outside: readonly Omit<OutsideLink, 'id'>[]): Pick<PlanTask, 'outside'> {
  if (outside.length === 0) return {}
  return { outside: outside.map((link, place) => ({ ...link, id: `O${index}.${place}` })) }
}

const linkKind = fc.constantFrom<LinkKind>('FS', 'FS', 'FS', 'SS', 'FF', 'SF')
const lag = fc.oneof(
  fc.constant({ lag: 0, lagUnit: 'workingMin' as const }), // The literal is one of the units.
  fc.record({
    lag: quarter(-16, 40),
    lagUnit: fc.constantFrom('workingMin' as const, 'elapsedMin' as const),
  }), // As above.
  fc.record({ lag: fc.constantFrom(-100, 100, 200), lagUnit: fc.constant('percent' as const) }), // As above.
)

const outsideTask = fc
  .record({
    skip: quarter(-100, 300),
    length: quarter(0, 100),
    durationMin: quarter(0, 60),
    isElapsed: fc.boolean(),
    calendarId,
  })
  .map(({ skip, length, ...rest }) => {
    const startAt = START + skip
    return { ...rest, startAt, finishAt: startAt + length, hasBegun: false, isOver: false }
  })

/** Up to two links from tasks of other plans; lags in percent are of their durations. */
const outsideLinks = fc.array(
  fc
    .record({ kind: linkKind, from: outsideTask, lag })
    .map(({ lag: own, ...rest }): Omit<OutsideLink, 'id'> => ({ ...rest, ...own })),
  { maxLength: 2 },
)

/** A plan in which what others do are tasks that are planned by hand. */
export function withOutsideByHand(input: PlanInput): PlanInput {
  const ties = input.tasks.flatMap(({ id: toId, outside = [] }) => outside.map((link) => ({ link, toId })))
  const fixed = ties.map(({ link: { id, from } }): PlanTask => {
    const { startAt, finishAt, durationMin, isElapsed, calendarId: own } = from
    const dates = { ...EMPTY, manual: { startAt, finishAt } }
    return { ...dates, id: `before ${id}`, kind: 'task', durationMin, isElapsed, calendarId: own }
  })
  const links = ties.map(({ link: { from: _from, ...link }, toId }) => ({
    ...link,
    ...{ fromId: `before ${link.id}`, toId },
  }))
  const tasks = input.tasks.map(({ outside: _outside, ...task }) => task)
  return { ...input, tasks: [...fixed, ...tasks], links: [...links, ...input.links] }
}

/**
 * Small plans: up to nine tasks of four calendars, three of which may lie below a summary that has
 * links of its own; some of the others are hammocks.
 */
export function randomPlan(kinds: RandomKinds): fc.Arbitrary<PlanInput> {
  return fc.integer({ min: 2, max: 9 }).chain((count) =>
    fc
      .record({
        tasks: fc.tuple(...Array.from({ length: count }, (_, index) => taskOf(kinds, index))),
        ties: fc.array(fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1), kind: linkKind, lag }), {
          maxLength: 2 * count,
        }),
        hasSummary: fc.boolean(),
        lagCalendar: fc.constantFrom<LagCalendar>('project', 'predecessor', 'successor', 'twentyFourHour'),
        progress: fc.constantFrom<ProgressRule>('retained', 'override', 'actualDates'),
      })
      .map(({ tasks, ties, hasSummary, lagCalendar, progress }) => ({
        ...shape(tasks, ties, hasSummary && count >= 5),
        calendars: CALENDARS,
        options: {
          startAt: START,
          statusAt: kinds.hasFixed ? START + 600 : null,
          calendarId: 'office',
          lagCalendar,
          precedence: 'logic' as const, // A literal of the type.
          progress,
          criticalMin: 0,
          nearCriticalMin: 960,
        },
      })),
  )
}

type Tie = {
  readonly from: number
  readonly to: number
  readonly kind: LinkKind
  readonly lag: Pick<PlanLink, 'lag' | 'lagUnit'>
}

/** Links run from lower to higher numbers, so that there is no circle; tasks 2 to 4 may have a summary. */
function shape(tasks: readonly PlanTask[], ties: readonly Tie[], hasSummary: boolean) {
  const isBelow = (index: number) => hasSummary && index >= 2 && index <= 4
  const rows = tasks.map(
    (task, index) => (isBelow(index) ? { ...task, kind: 'task' as const, parentId: 'summary' } : task), // A literal of the type.
  )
  const links = ties.flatMap(({ from: one, to: other, kind, lag: own }, index): PlanLink[] => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)]
    if (from === to) return []
    const isAcross = isBelow(from) !== isBelow(to)
    const byFinish = kind === 'FS' || kind === 'SS'
    const toSummary = isAcross && isBelow(to) && from < 2 && byFinish && index % 2 === 0
    const fromSummary = isAcross && isBelow(from) && to > 4 && kind === 'FS' && index % 2 === 0
    return [
      {
        id: `L${String(index)}`,
        fromId: fromSummary ? 'summary' : String(from),
        toId: toSummary ? 'summary' : String(to),
        kind,
        ...(fromSummary && own.lagUnit === 'percent' ? { lag: 0, lagUnit: 'workingMin' } : own),
      },
    ]
  })
  const summary = { ...EMPTY, id: 'summary', kind: 'summary' as const } // A literal of the type.
  return { tasks: hasSummary ? [summary, ...rows] : rows, links }
}

const EMPTY = {
  parentId: null,
  durationMin: 0,
  isElapsed: false,
  calendarId: null,
  constraint: null,
  deadlineAt: null,
  levelledAt: null,
  manual: null,
  actual: null,
}
