import { compileCalendars, dayStarts, type Minute, type Timeline } from '../../calendar/index.ts'
import { dayNumber, err, type Id, ok, type PlainDate, type Result } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'
import type { ItemCost } from '../plan-forecast/forecast-facts.ts'
import type { ProjectPlan, ProjectRow } from '../project-plan/project-plan.ts'
import { toPlanInput } from '../project-plan/to-plan-input.ts'
import { estimatePhase, type Package, type Range, sumOf, type Takes, takesOf } from './estimate-phase.ts'
import { asSum, openSums, type Sum, total } from './open-sums.ts'

const MINUTE_MS = 60_000

/** What a sum is made of. */
export type SumFacts = {
  readonly plan: ProjectPlan
  readonly phases: readonly Phase[]
  /** What is said of items as ranges. */
  readonly packages: ReadonlyMap<Id<'WorkItem'>, Package>
  readonly costs: ReadonlyMap<Id<'WorkItem'>, ItemCost>
  /** Who is on an item. */
  readonly people: ReadonlyMap<Id<'WorkItem'>, readonly Id<'Person'>[]>
}

/** What a phase or a project takes. Null: nothing is known of it. Of people, the most at once. */
export type PhaseSum = {
  /** Items that take time, without what only spans others. */
  readonly itemCount: number
  readonly effortMin: Sum | null
  readonly durationMin: Sum | null
  readonly people: Sum | null
  readonly costMinor: Sum | null
}

/** What a project takes: by phase, in no phase, and as a whole. */
export type PhaseSums = {
  readonly phases: ReadonlyMap<Id<'Phase'>, PhaseSum>
  /** Null: every item is in a phase. */
  readonly unphased: PhaseSum | null
  readonly whole: PhaseSum
}

/**
 * Sums up a project by its phases: near ones from their items, as points where those are points; later ones as ranges,
 * from what is said of the phase and of its packages. So is whatever later phases are a part of.
 *
 * @returns the sums; or refused with `schedule.plan_calendar_unknown`
 */
export function sumPhases(facts: SumFacts): Result<PhaseSums> {
  const { calendars, options } = toPlanInput(facts.plan)
  const line = compileCalendars(calendars, options.startAt).get(options.calendarId)
  if (!line) return err({ code: 'schedule.plan_calendar_unknown' })
  const leaves = Map.groupBy(
    facts.plan.rows.filter((row) => !row.isSummary && !row.isMilestone && !row.isHammock),
    (row) => row.phaseId ?? '',
  )
  const isLater = ({ id }: Phase) => facts.plan.laterPhaseIds.has(id)
  const inside = (id: string) => leaves.get(id) ?? []
  const near = facts.phases.filter((phase) => !isLater(phase))
  const sums = new Map(near.map((phase) => [phase.id, sumNear(inside(phase.id), phase, { facts, line })]))
  const unphased = inside('').length === 0 ? null : sumNear(inside(''), null, { facts, line })
  const nearRows = [...near.flatMap(({ id }) => inside(id)), ...inside('')]
  const span = spanOf(nearRows, line)
  const later = sumAhead(facts.phases.filter(isLater).toSorted(byRank), {
    facts,
    line,
    inside,
    since: lastEnd(near, { facts, line }) ?? (span && point(span.high)),
  })
  for (const [id, sum] of later.sums) sums.set(id, sum)
  // A near phase without work adds nothing; of a later one nobody knows yet what it adds.
  const isEmpty = ({ id }: Phase) => inside(id).length === 0 && !facts.plan.laterPhaseIds.has(id)
  const full = facts.phases.filter((phase) => !isEmpty(phase)).flatMap(({ id }) => sums.get(id) ?? [])
  const parts = [...full, ...(unphased === null ? [] : [unphased])]
  const whole = wholeOf(parts, nearRows, { facts, duration: durationOf(span, nearRows, later) })
  return ok({ phases: sums, unphased, whole })
}

type Ground = { readonly facts: SumFacts; readonly line: Timeline }

/** Work that is planned in detail; what was said of its phase holds where its items say nothing. */
function sumNear(rows: readonly ProjectRow[], phase: Phase | null, { facts, line }: Ground): PhaseSum {
  const own = phase ? takesOf(phase) : UNSAID
  const efforts = rows.flatMap((row) => effortOf(row, facts) ?? [])
  const span = spanOf(rows, line)
  const isPartly = efforts.length > 0 && efforts.length < rows.length
  return {
    itemCount: rows.length,
    effortMin: asSum(sumOf(efforts) ?? own.effort, isPartly),
    durationMin: asSum(lengthOf(span) ?? own.duration, span !== null && hasUndated(rows)),
    people: asSum(peopleOn(rows, facts) ?? own.people, false),
    costMinor: asSum(
      sumOf(rows.flatMap(({ itemId }) => costOf(facts.costs.get(itemId)) ?? [])) ?? own.cost,
      false,
    ),
  }
}

const UNSAID: Takes = { effort: null, duration: null, people: null, cost: null }

function lengthOf(span: Range | null): Range | null {
  return span && point(span.high - span.low)
}

/** How many people are on some work; null: nobody is named. */
function peopleOn(rows: readonly ProjectRow[], { people }: SumFacts): Range | null {
  const count = new Set(rows.flatMap(({ itemId }) => people.get(itemId) ?? [])).size
  return count === 0 ? null : point(count)
}

type Ahead = Ground & {
  readonly inside: (id: string) => readonly ProjectRow[]
  /** When all before them is done, in working minutes. */
  readonly since: Range | null
}

type LaterSums = {
  readonly sums: readonly (readonly [Id<'Phase'>, PhaseSum])[]
  readonly end: Range | null
  readonly isOpen: boolean
}

/** Later phases follow each other: one begins when the one before it is over, unless it says when. */
function sumAhead(phases: readonly Phase[], { facts, line, inside, since }: Ahead): LaterSums {
  let end = since
  let isOpen = false
  const sums = phases.map((phase) => {
    const rows = inside(phase.id)
    const packages = rows.flatMap(({ itemId }) => facts.packages.get(itemId) ?? [])
    const takes = estimatePhase(phase, packages)
    const begins = phase.startsOn === null ? end : point(workAt(phase.startsOn, { facts, line }))
    const ends = endsOf(phase, { facts, line })
    const duration = takesOf(phase).duration ?? between(begins, ends) ?? takes.duration
    if (duration === null) isOpen = true
    const next = duration && begins ? sumOf([begins, duration]) : ends
    end = next ?? end
    return [
      phase.id,
      {
        itemCount: rows.length,
        ...openSums(phase, { ...takes, duration }, { rows, packages: facts.packages }),
      },
    ] as const
  })
  return { sums, end, isOpen }
}

type Whole = { readonly facts: SumFacts; readonly duration: Sum | null }

function wholeOf(
  parts: readonly PhaseSum[],
  nearRows: readonly ProjectRow[],
  { facts, duration }: Whole,
): PhaseSum {
  const near = peopleOn(nearRows, facts)?.low ?? 0
  const people = parts.flatMap((part) => part.people ?? [])
  return {
    itemCount: parts.reduce((count, part) => count + part.itemCount, 0),
    effortMin: total(parts.map((part) => part.effortMin)),
    costMinor: total(parts.map((part) => part.costMinor)),
    durationMin: duration,
    // Phases follow each other: who is at one of them can be at the next.
    people: asSum(
      people.length === 0
        ? null
        : {
            low: Math.max(near, ...people.map(({ low }) => low)),
            high: Math.max(near, ...people.map(({ high }) => high)),
          },
      people.some(({ isOpen }) => isOpen),
    ),
  }
}

/** From the first work to the end of the last phase. */
function durationOf(
  span: Range | null,
  rows: readonly ProjectRow[],
  { end, isOpen, sums }: LaterSums,
): Sum | null {
  if (span === null || end === null) return total(sums.map(([, { durationMin }]) => durationMin))
  return asSum(
    { low: Math.max(span.high, end.low) - span.low, high: Math.max(span.high, end.high) - span.low },
    isOpen || hasUndated(rows),
  )
}

function effortOf({ itemId, effortMin }: ProjectRow, { packages }: SumFacts): Range | null {
  if (effortMin !== null) return point(effortMin)
  const said = packages.get(itemId)
  return said ? takesOf(said).effort : null
}

function costOf(cost: ItemCost | undefined): Range | null {
  return cost ? point(cost.fixedMinor + cost.runningMinor) : null
}

function hasUndated(rows: readonly ProjectRow[]): boolean {
  return rows.some(({ startAt, finishAt }) => startAt === null || finishAt === null)
}

/** From the first start to the last finish, in working minutes; null when nothing has dates. */
function spanOf(rows: readonly ProjectRow[], line: Timeline): Range | null {
  const spans = rows.flatMap(({ startAt, finishAt }) =>
    startAt === null || finishAt === null
      ? []
      : [{ low: line.toWork(startAt / MINUTE_MS), high: line.toWork(finishAt / MINUTE_MS) }],
  )
  const [first, ...rest] = spans
  return first === undefined
    ? null
    : rest.reduce(
        (one, other) => ({ low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) }),
        first,
      )
}

/** When the last of some phases is over, where it says so. */
function lastEnd(phases: readonly Phase[], ground: Ground): Range | null {
  const last = phases.toSorted(byRank).at(-1)
  return last ? endsOf(last, ground) : null
}

/** When the earliest and the latest last day are over. */
function endsOf({ finishLowOn, finishHighOn }: Phase, ground: Ground): Range | null {
  if (finishLowOn === null || finishHighOn === null) return null
  return { low: workAt(finishLowOn, ground, 1), high: workAt(finishHighOn, ground, 1) }
}

function workAt(day: PlainDate, { facts, line }: Ground, later = 0): number {
  const number = (dayNumber(day) ?? 0) + later
  const at: Minute = dayStarts(facts.plan.timeZone, number, number + 1)[0] ?? 0
  return line.toWork(at)
}

/** Who begins late ends late; where that comes to one number, all that fits is as likely. */
function between(begins: Range | null, ends: Range | null): Range | null {
  if (begins === null || ends === null) return null
  const [one, other] = [Math.max(0, ends.low - begins.low), Math.max(0, ends.high - begins.high)]
  if (one !== other) return { low: Math.min(one, other), high: Math.max(one, other) }
  return { low: Math.max(0, ends.low - begins.high), high: Math.max(0, ends.high - begins.low) }
}

function point(value: number): Range {
  return { low: value, high: value }
}

function byRank(one: Phase, other: Phase): number {
  if (one.rank === other.rank) return one.id < other.id ? -1 : 1
  return one.rank < other.rank ? -1 : 1
}
