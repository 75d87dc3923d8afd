import { intersectTimelines, type Minute, type Timeline } from '../../calendar/index.ts'
import type { PlanOptions, PlanTask } from './plan.ts'

/** Two years: who does not meet in them does not meet. */
const MEET_WITHIN: Minute = 730 * 1440

/** When tasks are worked on with their resources. Each set of calendars is put together once. */
export class JointLines {
  readonly #lines: ReadonlyMap<string, Timeline>
  readonly #options: PlanOptions
  readonly #known = new Map<string, Timeline>()

  constructor(lines: ReadonlyMap<string, Timeline>, options: PlanOptions) {
    this.#lines = lines
    this.#options = options
  }

  /** @param own the line of the task without its resources */
  lineOf(task: PlanTask | undefined, own: Timeline): Timeline {
    const others = task?.resourceCalendarIds ?? []
    if (!task || task.isElapsed || others.length === 0) return own
    const ids = [...new Set([task.calendarId ?? this.#options.calendarId, ...others])]
    const [first = '', ...rest] = ids
    const key = [first, ...rest.toSorted()].join(' ')
    const known = this.#known.get(key)
    if (known) return known
    const joint = this.#meet(rest.toSorted(), own)
    this.#known.set(key, joint)
    return joint
  }

  #meet(ids: readonly string[], own: Timeline): Timeline {
    const { startAt } = this.#options
    const joint = ids.reduce((line, id) => {
      const other = this.#lines.get(id)
      return other ? intersectTimelines(line, other, startAt) : line
    }, own)
    return joint.toWork(startAt + MEET_WITHIN) > joint.toWork(startAt) ? joint : own
  }
}
