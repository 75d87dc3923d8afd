import type { Event } from '@millrace/core/kernel'
import {
  beginClock,
  endClock,
  type LevelClock,
  nextLook,
  pauseClock,
  recountClock,
  resumeClock,
  type ServiceLevel,
} from '@millrace/core/process'
import { askingReaction, type Reaction, type Unit, wakeAt } from '../../../platform/commands/index.ts'
import { findInstanceIdsOf } from '../queries/find-instances.ts'
import { findInstanceItems, lockClocksOf } from '../queries/find-level-clocks.ts'
import { findLevels as findLevelsById, findLevelsOf } from '../queries/find-levels.ts'
import { findSuspended } from '../queries/find-suspended.ts'
import { deleteClocksOf, saveClocks } from '../store/level-clocks.ts'
import { readTimeWorld, type TimeWorld } from './time-world.ts'
import { WAKE_JOBS } from './wake.ts'

const KINDS = [
  'process.started',
  'process.finished',
  'process.failed',
  'process.cancelled',
  'process.resumed',
  'process.activity_opened',
  'process.activity_closed',
  'process.activity_reopened',
]

/** Clocks of service levels begin and end with what they count, and stand still while it waits. */
export const levelReactions: readonly Reaction[] = [
  askingReaction({ kinds: KINDS, ask: findLevels, react: followInstances }),
  askingReaction({
    kinds: ['work.waiting'],
    ask: findWaiting,
    react: (unit, _events, ids) => keepStill(unit, ids),
  }),
  {
    kinds: ['process.suspended', 'process.continued'],
    react: (unit, events) => keepStill(unit, [...new Set(events.map(({ subject }) => subject.id))]),
  },
]

async function findLevels(unit: Unit, events: readonly Event[]): Promise<readonly ServiceLevel[]> {
  const processIds = [...new Set(events.flatMap(({ containerId }) => containerId ?? []))]
  return await findLevelsOf(unit.tx, unit.organisationId, processIds)
}

async function findWaiting(unit: Unit, events: readonly Event[]): Promise<readonly string[]> {
  return await findInstanceIdsOf(
    unit.tx,
    unit.organisationId,
    events.map(({ subject }) => subject.id),
  )
}

async function followInstances(
  unit: Unit,
  events: readonly Event[],
  levels: readonly ServiceLevel[],
): Promise<void> {
  if (levels.length === 0) return
  const counted = new Set(levels.map(({ processId }) => processId))
  const own = events.filter(({ containerId }) => containerId != null && counted.has(containerId))
  if (own.length === 0) return
  const instanceIds = [...new Set(own.map(instanceOf))]
  const world = await readTimeWorld(unit.tx, unit.organisationId, unit.now)
  const cancelled = own.filter(({ kind }) => kind === 'process.cancelled').map(instanceOf)
  await deleteClocksOf(unit, cancelled)
  const known = await lockClocksOf(unit.tx, unit.organisationId, instanceIds)
  const following = new Following(unit, world, { levels, known })
  for (const event of own) following.follow(event)
  await following.save()
}

function instanceOf({ subject, data }: Event): string {
  // Activities say of which instance they are.
  return subject.kind === 'instance' ? subject.id : (data as { readonly instanceId: string }).instanceId
}

class Following {
  readonly #unit: Unit
  readonly #world: TimeWorld
  readonly #levels: readonly ServiceLevel[]
  readonly #clocks: Map<string, LevelClock>
  readonly #changed = new Set<string>()

  constructor(
    unit: Unit,
    world: TimeWorld,
    { levels, known }: { readonly levels: readonly ServiceLevel[]; readonly known: readonly LevelClock[] },
  ) {
    this.#unit = unit
    this.#world = world
    this.#levels = levels
    this.#clocks = new Map(known.map((clock) => [clock.id, clock]))
  }

  follow(event: Event): void {
    const { subject, kind, at } = event
    const isActivity = subject.kind === 'activity'
    const instanceId = instanceOf(event)
    const about = (clock: LevelClock) =>
      clock.instanceId === instanceId && (!isActivity || clock.activityId === subject.id)
    switch (kind) {
      case 'process.started':
        return this.#begin(
          { processId: event.containerId ?? '', stepId: null },
          { instanceId, activityId: null, at },
        )
      case 'process.activity_opened': {
        const { stepId } = event.data as { readonly stepId: string } // As the engine records it.
        const place = { processId: event.containerId ?? '', stepId }
        return this.#begin(place, { instanceId, activityId: subject.id, at })
      }
      case 'process.resumed':
      case 'process.activity_reopened':
        return this.#change(about, (clock) =>
          isActivity || clock.activityId === null ? { ...clock, endedAt: null } : clock,
        )
      default:
        return this.#change(about, (clock) => endClock(clock, at))
    }
  }

  #begin(
    place: { readonly processId: string; readonly stepId: string | null },
    { instanceId, activityId, at }: { instanceId: string; activityId: string | null; at: number },
  ): void {
    for (const level of this.#levels) {
      if (level.processId !== place.processId || level.stepId !== place.stepId) continue
      const counting = this.#world.countingOf(level)
      if (!counting) continue
      const id = this.#unit.newId<'LevelClock'>()
      this.#put(beginClock({ id, instanceId, activityId, begunAt: at }, level, counting))
    }
  }

  #change(isMeant: (clock: LevelClock) => boolean, change: (clock: LevelClock) => LevelClock): void {
    for (const clock of this.#clocks.values()) if (isMeant(clock)) this.#put(change(clock))
  }

  #put(clock: LevelClock): void {
    this.#clocks.set(clock.id, clock)
    this.#changed.add(clock.id)
  }

  async save(): Promise<void> {
    const changed = [...this.#clocks.values()].filter(({ id }) => this.#changed.has(id))
    await keepClocks(this.#unit, changed)
  }
}

/** Keeps clocks, and wakes a worker for the first of them. */
export async function keepClocks(unit: Unit, clocks: readonly LevelClock[]): Promise<void> {
  await saveClocks(unit, clocks)
  const looks = clocks.flatMap((clock) => nextLook(clock) ?? [])
  await wakeAt(unit, WAKE_JOBS.levels, looks.length === 0 ? null : Math.min(...looks))
}

/**
 * Where a level says so, a step stands still while its item waits for somebody, an instance while all of its open items
 * do, and both while the instance is suspended. Other clocks go on.
 */
async function keepStill(unit: Unit, instanceIds: readonly string[]): Promise<void> {
  if (instanceIds.length === 0) return
  const { tx, organisationId, now } = unit
  const clocks = await lockClocksOf(tx, organisationId, instanceIds)
  const running = clocks.filter(({ endedAt }) => endedAt === null)
  if (running.length === 0) return
  const items = await findInstanceItems(tx, organisationId, instanceIds)
  const suspended = await findSuspended(tx, organisationId, instanceIds)
  const levels = await findLevelsById(tx, organisationId, [...new Set(running.map(({ levelId }) => levelId))])
  const world = await readTimeWorld(tx, organisationId, now)
  const changed = running.flatMap((clock) => {
    const level = levels.get(clock.levelId)
    const counting = level && world.countingOf(level)
    if (!level?.pausesWaiting || !counting) return []
    const own = items.filter(
      (item) =>
        item.is_open &&
        item.instance_id === clock.instanceId &&
        (clock.activityId === null || item.activity_id === clock.activityId),
    )
    const areWaiting = own.length > 0 && own.every((item) => item.is_waiting)
    const isStill = areWaiting || suspended.has(clock.instanceId)
    return isStill ? pauseClock(clock, now) : resumeClock(clock, now, { level, counting })
  })
  await keepClocks(unit, changed)
}

/** Counts clocks anew by their levels and calendars as they are now; what is gone of them stays as it was. */
export function recounted(
  clocks: readonly LevelClock[],
  levels: ReadonlyMap<string, ServiceLevel>,
  world: TimeWorld,
): readonly LevelClock[] {
  return clocks.flatMap((clock) => {
    const level = levels.get(clock.levelId)
    const counting = level && world.countingOf(level)
    return level && counting ? recountClock(clock, level, counting) : []
  })
}
