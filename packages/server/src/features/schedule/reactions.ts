import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { demandPackages } from './demand-packages.ts'
import { leavePhases } from './store/rolling-wave.ts'

/** What this feature makes of what happens to items. */
export const scheduleReactions: readonly Reaction[] = [
  { kinds: ['work.created', 'work.changed', 'work.restored'], react: keepPackages },
  {
    kinds: ['work.placed'],
    react: (unit, events) =>
      leavePhases(
        unit,
        events.map((event) => event.subject.id),
      ),
  },
]

/** Fields that say more than is known of a later phase, or bring an item there. */
const DETAIL = [
  'responsibleId',
  'startsOn',
  'dueOn',
  'effortMin',
  'effortLowMin',
  'effortHighMin',
  'parentId',
] as const

/** Most changes say nothing about detail, and cost no question. */
async function keepPackages(unit: Unit, events: readonly Event[]): Promise<void> {
  const itemIds = events
    .filter((event) => addsDetail(event as WorkEvent)) // The kinds above are those of work.
    .map((event) => event.subject.id)
  if (itemIds.length > 0) await demandPackages(unit, { itemIds: [...new Set(itemIds)] })
}

function addsDetail(event: WorkEvent): boolean {
  switch (event.kind) {
    case 'work.created': {
      // Nobody could put it into a phase yet, except by what it lies under.
      const { item } = event.data
      return item.parentId !== null && DETAIL.some((field) => field !== 'parentId' && item[field] !== null)
    }
    case 'work.changed':
      return DETAIL.some((field) => event.data.changes[field] !== undefined)
    default:
      return true
  }
}
