import type { Minute } from '../../calendar/index.ts'
import { count, type DatedTask } from '../check/check-plan.ts'
import type { WorksAt } from '../check/minutes.ts'
import type { PlanInput, PlanTask } from '../network/plan.ts'
import type { PlanAssignment, PlanResource } from './resources.ts'

/** What is asked of a resource in the minute that begins at a moment. */
export type MinuteDemand = { readonly resourceId: string; readonly at: Minute; readonly units: number }

/** A resource, and when it works. */
type Worker = { readonly resource: PlanResource; readonly works: WorksAt }

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

  constructor(known: Known) {
    this.#known = known
  }

  lengthOf(task: PlanTask): number {
    const own = task.kind === 'milestone' ? 0 : task.durationMin
    if (own === 0 || task.isElapsed) return own
    const known = this.#known
      .takenBy(task.id)
      .map(shortLength)
      .filter((length) => length !== null)
    return known.length > 0 ? Math.max(...known) : own
  }

  /** When a task is worked on: by itself, and by everybody who does it. */
  worksFor(plan: PlanInput, task: PlanTask): WorksAt {
    const own = this.#ownOf(plan, task)
    if (task.kind !== 'task' || task.isElapsed || this.lengthOf(task) === 0) return own
    const others = this.#parts(task).filter(({ units }) => units > 0)
    return (at) => own(at) && others.every(({ worker }) => worker.works(at))
  }

  /** What a task takes at its dates. */
  *of(plan: PlanInput, task: PlanTask, date: DatedTask): Generator<MinuteDemand> {
    for (const part of this.#parts(task)) {
      const from = leftFrom(plan, task, date)
      const listed = (isAt: WorksAt) => listMinutes(isAt, from, date.finishAt)
      const joint = task.isElapsed ? part.worker.works : this.worksFor(plan, task)
      const isGiven = task.manual !== null || task.actual !== null
      const isEnough =
        task.isElapsed ||
        (isGiven
          ? count(joint, from, date.finishAt) > 0
          : count(joint, from, date.finishAt) >= this.lengthOf(task))
      const minutes = listed(isEnough ? joint : this.#ownOf(plan, task))
      const length = isGiven ? minutes.length : Math.min(part.length, minutes.length)
      const units = isGiven && part.workMin !== null ? part.workMin / minutes.length : part.units
      for (const at of minutes.slice(0, length)) yield { resourceId: part.worker.resource.id, at, units }
    }
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
