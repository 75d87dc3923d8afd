import { err, type Id, ok, type Result } from '../kernel/index.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import type { SeenBy, WorkItem } from './work-item.ts'

/** An item, as far as the question goes who sees it. */
export type Confidential = Pick<WorkItem, 'containerIds' | 'seenBy'>

/** Somebody who may see what is confidential. */
export type Onlooker = {
  readonly personId: Id<'Person'>
  /** Whether they manage a container, as all do who run the organisation. */
  readonly manages: (containerId: Id<'Container'>) => boolean
}

/** More people see a project of their own. */
export const SEEN_BY_MAX = 100

/**
 * Whether somebody sees an item among those who see what it is in: the people it names do, and whoever
 * manages one of its containers. The one place that decides it; the database's second wall says the same.
 */
export function isSeenBy({ seenBy, containerIds }: Confidential, { personId, manages }: Onlooker): boolean {
  return seenBy === null || seenBy.includes(personId) || containerIds.some(manages)
}

/** Who sees what lies under something: whoever is let in by both. */
export function seenUnder(own: SeenBy, above: SeenBy): SeenBy {
  if (own === null || above === null) return own ?? above
  return own.filter((id) => above.includes(id))
}

/** Whether more people would see something than before. */
export function letsMoreIn(next: SeenBy, before: SeenBy): boolean {
  if (before === null) return false
  return next === null || next.some((id) => !before.includes(id))
}

/** Who sees an item: what it says itself, and what comes of that and of what lies above it. */
export type Sight = Pick<WorkItem, 'ownSeenBy' | 'seenBy'>

/**
 * Who sees an item under another parent: nobody who did not see it before. What was kept from people by its
 * parent keeps itself from them from then on, unless the new parent does.
 *
 * @param above who sees the new parent
 */
export function sightUnder({ ownSeenBy, seenBy }: Sight, above: SeenBy): Sight {
  const own = letsMoreIn(seenUnder(ownSeenBy, above), seenBy) ? seenBy : ownSeenBy
  return { ownSeenBy: own, seenBy: seenUnder(own, above) }
}

/** What makes an item confidential, or no longer. */
export type SeenByInput = {
  /** The people who see it; null: whoever sees what it lies under. */
  readonly personIds: SeenBy
  /** Who sees its parent. */
  readonly above: SeenBy
  /** Whoever asks. */
  readonly by: Onlooker
}

/**
 * Says who sees an item.
 *
 * @returns refused with `work.archived`, `work.seen_by_too_many`, or `work.seen_by_without_you` when who
 *   asks would not see it any more themselves
 */
export function setSeenBy(item: WorkItem, input: SeenByInput, context: DecideContext): Result<Decision> {
  if (item.archivedAt !== null) return err({ code: 'work.archived', params: { key: item.key } })
  const own = input.personIds && [...new Set(input.personIds)].toSorted()
  if (own && own.length > SEEN_BY_MAX)
    return err({ code: 'work.seen_by_too_many', params: { max: SEEN_BY_MAX } })
  const next = { ownSeenBy: own, seenBy: seenUnder(own, input.above) }
  if (!isSeenBy({ ...item, ...next }, input.by))
    return err({ code: 'work.seen_by_without_you', params: { key: item.key } })
  return ok(decided(item, sightFacts(item, next), context))
}

/** Follows what became of the parent of an item that stays where it is. */
export function followSight(item: WorkItem, above: SeenBy, context: DecideContext): Decision {
  const { ownSeenBy } = item
  return decided(item, sightFacts(item, { ownSeenBy, seenBy: seenUnder(ownSeenBy, above) }), context)
}

/** The fact that other people see an item, or none when they are the same. */
export function sightFacts(before: Sight, to: Sight) {
  if (isSame(before.ownSeenBy, to.ownSeenBy) && isSame(before.seenBy, to.seenBy)) return []
  const from = { ownSeenBy: before.ownSeenBy, seenBy: before.seenBy }
  return [{ kind: 'work.seen_by_changed', data: { from, to } }] as const
}

function isSame(a: SeenBy, b: SeenBy): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((id) => b.includes(id))
}
