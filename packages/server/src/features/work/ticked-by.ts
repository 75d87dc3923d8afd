import type { Id, Instant } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** Who ticks lines now; nobody in particular when an engine does. */
export function tickedBy(unit: Unit): { readonly now: Instant; readonly personId: Id<'Person'> | null } {
  const { now, actor, principal } = unit
  return { now, personId: actor.kind === 'person' ? principal.personId : null }
}
