import type { Minute } from '../../calendar/index.ts'
import { count, type DatedTask } from '../check/check-plan.ts'
import type { WorksAt } from '../check/minutes.ts'
import type { PlanInput, PlanTask } from '../network/plan.ts'
import type { PlanAssignment, PlanResource } from './resources.ts'

/** What is asked of a resource in the minute that begins at a moment. */
export type MinuteDemand = { readonly resourceId: string; readonly at: Minute; readonly units: number }

/** A resource, and when it works. */
type Worker = { readonly resource: PlanResource; readonly works: WorksAt }

/** Dates of a task, and whether levelling gave them. */
type LevelledDate = DatedTask & { readonly isLevelled: boolean }

type Known = {
  /** With whoever was chosen. */
  readonly takenBy: (itemId: string) => readonly PlanAssignment[]
  readonly workers: ReadonlyMap<string, Worker>
  readonly works: (calendarId: string) => WorksAt
}

const ALWAYS: WorksAt = () => true

/** Single minutes of what tasks take: slow and obvious on purpose, for the checker. */
export class MinuteDemands {
  readonly #known: Known
  readonly #met = new Map<string, boolean>()

  constructor(known: Known) {
    this.#known = known
  }

  lengthOf(task: PlanTask): number {
    const own = task.kind === 'milestone' ? 0 : task.durationMin
    if (own === 0 || task.isElapsed || task.resourceCalendarIds !== undefined) return own
    const known = this.#known
      .takenBy(task.id)
      .map(shortLength)
      .filter((length) => length !== null)
    return known.length > 0 ? Math.max(...known) : own
  }

  /** How long a task rests altogether. */
  pausesOf(task: PlanTask): number {
    const length = this.lengthOf(task)
    return (task.splits ?? []).reduce(
      (sum, { afterMin, pauseMin }) => (afterMin < length ? sum + pauseMin : sum),
      0,
    )
  }

  /** For how long it rests, by how much of what is left has been done then. */
  #rests(task: PlanTask): ReadonlyMap<number, number> {
    const { actual, durationMin, splits = [] } = task
    const done = actual?.finishAt === null ? durationMin - actual.remainingMin : 0
    return new Map(splits.map(({ afterMin, pauseMin }) => [afterMin - done, pauseMin]))
  }

  /** When levelling has a task worked on: by itself, and by everybody it waits for. */
  worksFor(plan: PlanInput, task: PlanTask): WorksAt {
    const own = this.#planned(plan, task)
    if (task.kind !== 'task' || task.isElapsed || this.lengthOf(task) === 0) return own
    const others = this.#parts(task).filter(
      ({ units, worker }) => units > 0 && waitsFor(task, worker.resource),
    )
    return (at) => own(at) && others.every(({ worker }) => worker.works(at))
  }

  /** What a task takes at its dates, which levelling gave it, or which it had. */
  *of(plan: PlanInput, task: PlanTask, date: LevelledDate): Generator<MinuteDemand> {
    const isGiven = task.manual !== null || task.actual !== null
    for (const part of this.#parts(task)) {
      const from = leftFrom(plan, task, date)
      const isEnough = (works: WorksAt) =>
        count(works, from, date.finishAt) >= (isGiven ? 1 : this.lengthOf(task) + this.pausesOf(task))
      const others = this.#parts(task)
      const own = this.#ownOf(plan, task)
      const all: WorksAt = (at) => own(at) && others.every(({ worker }) => worker.works(at))
      const had = [all, this.#planned(plan, task)].find(isEnough) ?? own
      const works = task.isElapsed ? part.worker.works : date.isLevelled ? this.worksFor(plan, task) : had
      const on = task.isElapsed ? ALWAYS : works
      const minutes = withoutRests(listMinutes(on, from, date.finishAt), this.#rests(task)).filter(works)
      const length = isGiven ? minutes.length : Math.min(part.length, minutes.length)
      const units = isGiven && part.workMin !== null ? part.workMin / minutes.length : part.units
      for (const at of minutes.slice(0, length)) yield { resourceId: part.worker.resource.id, at, units }
    }
  }

  /** When a plan has a task worked on; those who do not meet in two years are not waited for. */
  #planned(plan: PlanInput, task: PlanTask): WorksAt {
    const own = this.#ownOf(plan, task)
    const named = task.isElapsed ? [] : (task.resourceCalendarIds ?? [])
    if (named.length === 0) return own
    const all = [own, ...named.map((id) => this.#known.works(id))]
    const joint: WorksAt = (at) => all.every((works) => works(at))
    const key = [task.calendarId ?? '', ...named].join(' ')
    const isMet = this.#met.get(key) ?? meets(joint, plan.options.startAt)
    this.#met.set(key, isMet)
    return isMet ? joint : own
  }

  /** The most that there ever is of a resource. */
  mostOf(resourceId: string): number {
    const { maxUnits = 0, changes = [] } = this.#known.workers.get(resourceId)?.resource ?? {}
    return Math.max(maxUnits, ...changes.map((change) => change.maxUnits))
  }

  #ownOf(plan: PlanInput, task: PlanTask): WorksAt {
    return task.isElapsed ? ALWAYS : this.#known.works(task.calendarId ?? plan.options.calendarId)
  }

  /** Who does a task: at how many units, for how many of its minutes from the start on, and how much work is left. */
  #parts(task: PlanTask) {
    return this.#known.takenBy(task.id).flatMap((assignment) => {
      const worker = this.#known.workers.get(assignment.resourceId ?? '')
      if (!worker || worker.resource.kind === 'material') return []
      const length = task.isElapsed ? null : shortLength(assignment)
      const workMin = task.isElapsed ? null : assignment.workMin
      const thin = workMin === null ? assignment.units : workMin / this.lengthOf(task)
      const units = length === null || workMin === null ? thin : workMin / length
      return {
        worker,
        units,
        length: length ?? Number.POSITIVE_INFINITY,
        workMin: workMin === null ? null : workMin * leftShare(task),
      }
    })
  }
}

/** For how long an assignment lasts whose work and units are known. */
function shortLength({ units, workMin }: PlanAssignment): number | null {
  return workMin !== null && workMin > 0 && units > 0 ? Math.ceil(workMin / units) : null
}

function leftShare({ actual, durationMin }: PlanTask): number {
  const isUnderWay = actual !== null && actual.finishAt === null && durationMin > 0
  return isUnderWay ? Math.min(1, actual.remainingMin / durationMin) : 1
}

function leftFrom({ options }: PlanInput, { actual }: PlanTask, { startAt }: DatedTask): Minute {
  const isUnderWay = actual !== null && actual.finishAt === null
  return isUnderWay ? Math.max(startAt, options.statusAt ?? startAt) : startAt
}

function listMinutes(isAt: WorksAt, from: Minute, to: Minute): readonly Minute[] {
  const minutes: Minute[] = []
  for (let at = from; at < to; at += 1) if (isAt(at)) minutes.push(at)
  return minutes
}

/** Minutes without those in which it rests; a rest that would reach the finish is none. */
function withoutRests(all: readonly Minute[], rests: ReadonlyMap<number, number>): readonly Minute[] {
  const minutes: Minute[] = []
  let hasRests = true
  for (let index = 0; index < all.length; index += 1) {
    minutes.push(all[index] ?? 0)
    const rest = rests.get(minutes.length) ?? 0
    hasRests &&= rest === 0 || index + 1 + rest < all.length
    if (hasRests) index += rest
  }
  return minutes
}

function waitsFor(task: PlanTask, { calendarId, limits }: PlanResource): boolean {
  const { resourceCalendarIds, waitsForChosen } = task
  if (resourceCalendarIds === undefined) return true
  if (calendarId !== null) return resourceCalendarIds.length > 0 || waitsForChosen === true
  return resourceCalendarIds.length > 0 && limits !== undefined
}

function meets(works: WorksAt, from: Minute): boolean {
  for (let at = from; at < from + 730 * 1440; at += 1) if (works(at)) return true
  return false
}
