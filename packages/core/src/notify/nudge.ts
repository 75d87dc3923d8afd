import { err, type Id, type Instant, ok, type Result } from '../kernel/index.ts'
import type { WorkItem } from '../work/index.ts'

/** A person is nudged about an item once in this time, by whomever. */
export const NUDGE_PAUSE_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Decides who is nudged: the person an open item waits for, if they can see it and were left in peace for a day. */
export function nudge(
  item: Pick<WorkItem, 'key' | 'waitingFor' | 'archivedAt' | 'stateGroup'>,
  context: {
    readonly by: Id<'Person'>
    readonly now: Instant
    /** When that person was last nudged about the item. */
    readonly lastAt: Instant | null
    /** Whether that person can see the item. */
    readonly isSeen: boolean
  },
): Result<Id<'Person'>> {
  const { key } = item
  if (item.archivedAt !== null) return err({ code: 'work.archived', params: { key } })
  if (item.stateGroup === 'done') return err({ code: 'work.already_done', params: { key } })
  const personId = item.waitingFor?.personId ?? null
  if (personId === null) return err({ code: 'notify.nobody_awaited', params: { key } })
  if (personId === context.by) return err({ code: 'notify.awaits_you', params: { key } })
  if (!context.isSeen) return err({ code: 'notify.nudge_without_access', params: { key } })
  const until = (context.lastAt ?? Number.NEGATIVE_INFINITY) + NUDGE_PAUSE_MS
  if (until > context.now) {
    const hours = Math.ceil((until - context.now) / HOUR_MS)
    return err({ code: 'notify.nudged_already', params: { key, hours } })
  }
  return ok(personId)
}
