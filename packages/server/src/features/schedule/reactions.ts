import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import type { PlanOfTemplate } from '../work/index.ts'
import { demandPackages } from './demand-packages.ts'
import { phaseEvent } from './phase-event.ts'
import { savePhases } from './store/phases.ts'
import { leavePhases, savePhaseItems, saveRollingWave } from './store/rolling-wave.ts'

/** What this feature makes of what happens to items. */
export const scheduleReactions: readonly Reaction[] = [
  { kinds: ['work.template_used'], react: beginPlans },
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

/** A container made from a template has the phases that were kept with it. */
async function beginPlans(unit: Unit, events: readonly Event[]): Promise<void> {
  const plans = events.map(({ subject, data }) => {
    return { projectId: subject.id, ...(data as PlanOfTemplate) } // What the feature of work records with this kind.
  })
  const phases = plans.flatMap((plan) => plan.phases)
  if (phases.length === 0) return
  await saveRollingWave(
    unit,
    plans.map(({ projectId, hasRollingWave }) => ({ projectId, isOn: hasRollingWave })),
  )
  await savePhases(unit, phases)
  await savePhaseItems(
    unit,
    new Map(plans.flatMap(({ phaseOf }) => phaseOf.map(({ itemId, phaseId }) => [itemId, phaseId] as const))),
  )
  unit.record(phases.map((phase) => phaseEvent(unit, 'schedule.phase_added', { phase })))
}

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
