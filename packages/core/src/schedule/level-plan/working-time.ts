import type { Minute } from '../../calendar/index.ts'
import { type Id, type PlainDate, plainDate } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { demandsOf } from './demand.ts'
import { loadOf } from './load.ts'
import { outsideDemands } from './outside-work.ts'
import { byId, poolOf } from './pool.ts'
import type { PlanResource, PooledPlans } from './resources.ts'

/** Limits of working time that a plan should not ask anybody to go beyond. */
export type WorkingTimeLimits = {
  /** Minutes of a week, on average over so many weeks. */
  readonly weekMin: number
  readonly averageWeeks: number
  /** Minutes without work between one day's work and the next, and once in a week. */
  readonly dailyRestMin: number
  readonly weeklyRestMin: number
}

/**
 * 48 hours a week on average over four months, 11 hours of rest a day, and 24 hours more once a week.
 *
 * @see Directive 2003/88/EC, articles 3, 5, 6 and 16
 */
export const EU_WORKING_TIME: WorkingTimeLimits = {
  weekMin: 48 * 60,
  averageWeeks: 17,
  dailyRestMin: 11 * 60,
  weeklyRestMin: 35 * 60,
}

/** Where a plan asks somebody to go beyond a limit: where it is worst. */
export type WorkingTimeBreach = {
  readonly resourceId: Id<'Resource'>
  readonly kind: 'average-week' | 'daily-rest' | 'weekly-rest'
  /** The first day of the weeks or of the week; the day on which work begins that leaves too little rest. */
  readonly on: PlainDate
  readonly foundMin: number
  readonly limitMin: number
}

const DAY = 1440
const WEEK = 7 * DAY
/** 1970-01-01 was a Thursday. */
const MONDAY = 4 * DAY

/**
 * Where dated items, with work outside of the plans, ask people for more than limits of working time allow. It
 * looks at single persons: a resource of more than one stands for a crew, whose members take turns.
 *
 * @returns at most one of each kind for each person, in the order of their ids
 */
export function findWorkingTimeBreaches(
  plans: PooledPlans,
  dates: readonly DatedTask[],
  limits: WorkingTimeLimits = EU_WORKING_TIME,
): readonly WorkingTimeBreach[] {
  const people = plans.resources.filter(isOnePerson).toSorted(byId)
  const stretches = workOf({ ...plans, resources: people }, dates)
  const averages = averagesOf({ ...plans, resources: people }, dates, { stretches, limits })
  return people.flatMap(({ id }) => {
    const own = stretches.get(id) ?? []
    return [averages.get(id), dailyRest(id, own, limits), weeklyRest(id, own, limits)].filter(
      (breach) => breach !== null && breach !== undefined,
    )
  })
}

function isOnePerson({ kind, maxUnits }: PlanResource): boolean {
  return kind === 'person' && maxUnits <= 1
}

type Stretch = { readonly from: Minute; readonly to: Minute }

/** When each person works, in stretches that do not touch. */
function workOf(plans: PooledPlans, dates: readonly DatedTask[]): ReadonlyMap<string, readonly Stretch[]> {
  const pool = poolOf(plans)
  const byResource = Map.groupBy(
    [...demandsOf(pool, dates), ...outsideDemands(pool)],
    (each) => each.resource,
  )
  return new Map(
    pool.resources.map(({ source }, index) => {
      const spans = (byResource.get(index) ?? []).flatMap(({ spans: { starts, ends } }) =>
        starts.map((from, at): Stretch => ({ from, to: ends[at] ?? from })),
      )
      return [source.id, merged(spans, 0)]
    }),
  )
}

/** Stretches with all that lie no more than a gap apart as one. */
function merged(stretches: readonly Stretch[], gapMin: number): readonly Stretch[] {
  const found: { from: Minute; to: Minute }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from - last.to <= gapMin) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** Work without enough rest in it that goes on for so long that of 24 hours too little is left. */
function dailyRest(
  resourceId: string,
  stretches: readonly Stretch[],
  { dailyRestMin }: WorkingTimeLimits,
): WorkingTimeBreach | null {
  const duties = merged(stretches, dailyRestMin - 1)
  const worst = duties.reduce<Stretch | null>(
    (most, duty) => (most === null || duty.to - duty.from > most.to - most.from ? duty : most),
    null,
  )
  if (worst === null || worst.to - worst.from <= DAY - dailyRestMin) return null
  const foundMin = Math.max(0, ...restsIn(stretches, worst))
  return { resourceId, kind: 'daily-rest', on: dayOf(worst.from), foundMin, limitMin: dailyRestMin }
}

/** The rests within some work. */
function restsIn(stretches: readonly Stretch[], { from, to }: Stretch): readonly number[] {
  const within = stretches.filter((each) => each.from >= from && each.to <= to)
  return within.slice(1).map((each, index) => each.from - (within[index]?.to ?? each.from))
}

/** The longest rest of each week from Monday on, also of what of it lies in the week before or after. */
function weeklyRest(
  resourceId: string,
  stretches: readonly Stretch[],
  { weeklyRestMin }: WorkingTimeLimits,
): WorkingTimeBreach | null {
  const rests = new Map<number, number>()
  for (const [index, { to }] of stretches.entries()) {
    const next = stretches[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const before = index === 0 ? Number.NEGATIVE_INFINITY : (stretches[index - 1]?.to ?? to)
    const from = stretches[index]?.from ?? to
    note(rests, weekOf(from), from - before)
    note(rests, weekOf(to - 1), next - to)
  }
  const [week, foundMin] = [...rests].reduce(
    (least, each) => (each[1] < least[1] ? each : least),
    [0, Number.POSITIVE_INFINITY],
  )
  if (foundMin >= weeklyRestMin) return null
  return {
    resourceId,
    kind: 'weekly-rest',
    on: dayOf(week * WEEK + MONDAY),
    foundMin,
    limitMin: weeklyRestMin,
  }
}

function note(most: Map<number, number>, week: number, minutes: number): void {
  most.set(week, Math.max(most.get(week) ?? 0, minutes))
}

type Known = {
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>
  readonly limits: WorkingTimeLimits
}

/** The weeks in a row with the most work. */
function averagesOf(
  plans: PooledPlans,
  dates: readonly DatedTask[],
  { stretches, limits }: Known,
): ReadonlyMap<string, WorkingTimeBreach> {
  const all = [...stretches.values()].flat()
  if (all.length === 0) return new Map()
  const first = weekOf(all.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY))
  const last = all.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY)
  const span = { fromOn: dayOf(first * WEEK + MONDAY), toOn: dayOf(last + DAY), by: 'week' } as const // A literal of the type.
  return new Map(
    loadOf(plans, dates, span).flatMap(({ resourceId, buckets }) => {
      const breach = averageOf(buckets, limits)
      return breach === null ? [] : [[resourceId, { resourceId, ...breach }] as const] // A pair.
    }),
  )
}

function averageOf(
  buckets: readonly { readonly on: PlainDate; readonly workMin: number }[],
  { weekMin, averageWeeks }: WorkingTimeLimits,
): Omit<WorkingTimeBreach, 'resourceId'> | null {
  let [sum, most, on] = [0, 0, buckets[0]?.on ?? '']
  for (const [index, { workMin }] of buckets.entries()) {
    sum += workMin - (buckets[index - averageWeeks]?.workMin ?? 0)
    if (sum > most) [most, on] = [sum, buckets[Math.max(0, index - averageWeeks + 1)]?.on ?? on]
  }
  const foundMin = Math.round(most / averageWeeks)
  return foundMin > weekMin ? { kind: 'average-week', on, foundMin, limitMin: weekMin } : null
}

function weekOf(at: Minute): number {
  return Math.floor((at - MONDAY) / WEEK)
}

function dayOf(at: Minute): PlainDate {
  return plainDate(Math.floor(at / DAY))
}
