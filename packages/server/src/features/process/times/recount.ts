import { beginClock } from '@millrace/core/process'
import { type ExecuteDeps, type Reaction, runInTime, type Unit } from '../../../platform/commands/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { findWorkingTimers } from '../queries/find-due-timers.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'
import { findUncounted, lockRunningClocks } from '../queries/find-level-clocks.ts'
import { findLevels } from '../queries/find-levels.ts'
import { findRunningSchedules } from '../queries/find-schedules.ts'
import { keepClocks, recounted } from './level-follow.ts'
import { recountSchedules } from './start-by-schedule.ts'
import { readTimeWorld } from './time-world.ts'

/** Counts everything anew that goes by a calendar. */
export const RECOUNT_JOB = 'process.recount'

const NOTHING = '00000000-0000-0000-0000-000000000000'
const INSTANCES_AT_ONCE = 250
const CLOCKS_AT_ONCE = 500

/** Holidays were added or hours changed: what is due by them is due at another time. */
export const calendarReactions: readonly Reaction[] = [
  {
    kinds: ['schedule.calendar_saved', 'schedule.calendar_removed'],
    react: askForRecount,
  },
]

/** Asks for everything to be counted anew. */
export async function askForRecount({ organisationId, enqueue }: Unit): Promise<void> {
  await enqueue({ kind: RECOUNT_JOB, organisationId, payload: {} })
}

/** Piece by piece: an organisation may have a hundred thousand of them. */
export async function recountAll(
  deps: ExecuteDeps,
  about: { readonly organisationId: string; readonly personId: string },
  signal: AbortSignal,
): Promise<void> {
  for (const piece of [recountTimers, recountClocks, beginUncounted, recountStarts]) {
    for (let after: string | null = NOTHING; after !== null; ) {
      signal.throwIfAborted()
      const from: string = after
      await runInTime(deps, about, async (unit) => {
        after = await piece(unit, from)
      })
    }
  }
}

/** @returns after which instance to go on; null when that was all */
async function recountTimers(unit: Unit, after: string): Promise<string | null> {
  const { tx, organisationId } = unit
  const ids = await findWorkingTimers(tx, organisationId, { after, limit: INSTANCES_AT_ONCE })
  await lockOpenItemsOf(tx, organisationId, ids)
  const set = await InstanceSet.load(unit, ids)
  for (const id of ids) {
    const waitIds = (set.find(id)?.engine.waits ?? []).flatMap((wait) =>
      wait.kind === 'timer' ? wait.id : [],
    )
    set.tell(id, { kind: 'recount', waitIds })
  }
  await set.save()
  return ids.length < INSTANCES_AT_ONCE ? null : (ids.at(-1) ?? null)
}

async function recountClocks(unit: Unit, after: string): Promise<string | null> {
  const { tx, organisationId, now } = unit
  const clocks = await lockRunningClocks(tx, organisationId, { after, limit: CLOCKS_AT_ONCE })
  const levels = await findLevels(tx, organisationId, [...new Set(clocks.map(({ levelId }) => levelId))])
  await keepClocks(unit, recounted(clocks, levels, await readTimeWorld(tx, organisationId, now)))
  return clocks.length < CLOCKS_AT_ONCE ? null : (clocks.at(-1)?.id ?? null)
}

/** What runs already when a level is set is counted from its own beginning. */
async function beginUncounted(unit: Unit, before: string): Promise<string | null> {
  const { tx, organisationId, now, newId } = unit
  const rows = await findUncounted(tx, organisationId, CLOCKS_AT_ONCE)
  const levels = await findLevels(tx, organisationId, [...new Set(rows.map((row) => row.level_id))])
  const world = await readTimeWorld(tx, organisationId, now)
  const begun = rows.flatMap((row) => {
    const level = levels.get(row.level_id)
    const counting = level && world.countingOf(level)
    const start = { instanceId: row.instance_id, activityId: row.activity_id, begunAt: row.begun_at }
    return level && counting ? beginClock({ id: newId<'LevelClock'>(), ...start }, level, counting) : []
  })
  await keepClocks(unit, begun)
  // Levels without their calendar are found again and again, and never counted.
  return rows.length < CLOCKS_AT_ONCE || begun.length === 0 ? null : before
}

async function recountStarts(unit: Unit, after: string): Promise<string | null> {
  const ids = await findRunningSchedules(unit.tx, unit.organisationId, { after, limit: CLOCKS_AT_ONCE })
  await recountSchedules(unit, ids)
  return ids.length < CLOCKS_AT_ONCE ? null : (ids.at(-1) ?? null)
}
