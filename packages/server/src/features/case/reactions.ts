import { closeCase } from '@millrace/core/case'
import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import { accepted, type Reaction, refuse, type Unit } from '../../platform/commands/index.ts'
import { countRequiredOpen, findEnded } from './queries/count-required.ts'
import { findCases } from './queries/find-cases.ts'

/** What this feature makes of what happens elsewhere. */
export const caseReactions: readonly Reaction[] = [
  { kinds: ['work.container_changed'], react: guardClosing },
  { kinds: ['work.moved', 'work.placed', 'work.restored'], react: guardEnded },
]

/** Required items that are open keep their case from closing. */
async function guardClosing(unit: Unit, events: readonly Event[]): Promise<void> {
  const closing = [...new Set(events.filter(isClosing).map((event) => event.subject.id))]
  if (closing.length === 0) return
  const cases = await findCases(unit.tx, unit.organisationId, closing)
  const requiredOpen = await countRequiredOpen(unit.tx, unit.organisationId, closing)
  for (const { id, name } of cases) accepted(closeCase({ name, requiredOpen: requiredOpen.get(id) ?? 0 }))
}

/** What is required does not come back, open, to where everything required had been finished. */
async function guardEnded(unit: Unit, events: readonly Event[]): Promise<void> {
  const itemIds = events
    .filter((event) => comesBack(event as WorkEvent)) // The kinds above are those of work.
    .map((event) => event.subject.id)
  if (itemIds.length === 0) return
  const [ended] = await findEnded(unit.tx, unit.organisationId, itemIds)
  if (ended) refuse(ended.is_case ? 'case.closed' : 'case.stage_completed', { name: ended.name })
}

/** Most moves are of items that were open before, and cost no question. */
function comesBack(event: WorkEvent): boolean {
  return event.kind !== 'work.moved' || (event.data.fromGroup === 'done' && event.data.toGroup !== 'done')
}

function isClosing({ data }: Event): boolean {
  const { container, stateBefore } = data as ContainerChanged // What work says when it changes a container.
  return container.state === 'closed' && stateBefore !== 'closed'
}

type ContainerChanged = { readonly container: { readonly state: string }; readonly stateBefore?: string }
