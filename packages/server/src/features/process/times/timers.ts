import { WorkingClocks } from '@millrace/core/calendar'
import {
  type InstanceSnapshot,
  type ProcessGraph,
  type ProcessWorld,
  timerDues,
} from '@millrace/core/process'
import { type Unit, wakeAt } from '../../../platform/commands/index.ts'
import { readTimeWorld, type TimeWorld } from './time-world.ts'
import { WAKE_JOBS } from './wake.ts'

/** When the timers of instances go off that go on together. Calendars are read only where a model counts by one. */
export class Timers {
  readonly #unit: Unit
  readonly #byClock = new Map<string, ProcessWorld['dueOf']>()
  #world: TimeWorld | null = null

  constructor(unit: Unit) {
    this.#unit = unit
  }

  /** Makes ready what the timers of some models count by. */
  async learn(graphs: readonly ProcessGraph[]): Promise<void> {
    const { tx, organisationId, now } = this.#unit
    if (this.#world === null && graphs.some(countsByCalendar))
      this.#world = await readTimeWorld(tx, organisationId, now)
  }

  dueOf(timeZone: string): ProcessWorld['dueOf'] {
    if (this.#world) return this.#world.dueOf
    const known = this.#byClock.get(timeZone)
    if (known) return known
    const clocks = new WorkingClocks([], this.#unit.now / 60_000)
    const made = timerDues({ timeZone, clocks, calendar: null })
    this.#byClock.set(timeZone, made)
    return made
  }

  /** Wakes a worker for the first of the timers that were begun to be waited for, or go on. */
  async wake(
    changes: readonly { readonly before: InstanceSnapshot | undefined; readonly after: InstanceSnapshot }[],
  ): Promise<void> {
    const dues = changes.flatMap(({ before, after }) => {
      if (after.engine.isSuspended) return []
      const earlier = new Set(before?.engine.isSuspended ? [] : before?.engine.waits)
      return after.engine.waits.flatMap((wait) => (earlier.has(wait) ? [] : (wait.dueAt ?? [])))
    })
    await wakeAt(
      this.#unit,
      WAKE_JOBS.timers,
      dues.length === 0 ? null : dues.reduce((one, other) => Math.min(one, other)),
    )
  }
}

function countsByCalendar({ nodes }: ProcessGraph): boolean {
  return nodes.some(({ event }) => {
    return event.kind === 'timer' && (event.counting.counts === 'working' || event.counting.calendar !== null)
  })
}
