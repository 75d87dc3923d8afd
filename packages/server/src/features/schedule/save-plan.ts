import type { ResourceView } from '@millrace/contract'
import type { Id } from '@millrace/core/kernel'
import type { BaselineItem } from '@millrace/core/schedule'
import type { Unit } from '../../platform/commands/index.ts'
import { outdatePlans } from './outdate-plans.ts'
import { type Baseline, insertBaselineItems, insertBaselines } from './store/baselines.ts'
import {
  insertAssignments,
  insertCalendars,
  type PlanAssignment,
  type PlanCalendar,
  type PlanItem,
  savePlanItems,
} from './store/plan.ts'
import { type ImportedSettings, keepSettings } from './store/plan-state.ts'
import { saveResources } from './store/resources.ts'
import { keepAsPlanned } from './store/rolling-wave.ts'

const NOTHING_SAID = {
  availability: [],
  dayLimitMin: null,
  weekLimitMin: null,
  skills: [],
  crewMemberIds: [],
  rates: [],
} satisfies Partial<ResourceView>

/** A resource of the project whose plan is saved; what is left out, nobody says. */
export type PlanResource = Omit<ResourceView, 'containerId' | keyof typeof NOTHING_SAID> &
  Partial<Pick<ResourceView, keyof typeof NOTHING_SAID>>

/** A plan, or a part of one, to be kept as it is. */
export type PlanToSave = {
  readonly projectId: Id<'Container'>
  readonly calendars?: readonly PlanCalendar[]
  /** Kept unless somebody has decided about the plan already. */
  readonly settings?: ImportedSettings
  readonly planItems?: readonly PlanItem[]
  readonly resources?: readonly PlanResource[]
  readonly assignments?: readonly PlanAssignment[]
  readonly baselines?: readonly (Omit<Baseline, 'projectId'> & { readonly items: readonly BaselineItem[] })[]
}

/**
 * Keeps a plan that was made elsewhere, one statement a table. Items, people and whatever else it
 * refers to must be there, or be saved with an earlier part. Whether the person may do so is the
 * caller's question.
 */
export async function savePlan(unit: Unit, plan: PlanToSave): Promise<void> {
  const { projectId, planItems = [], assignments = [], baselines = [] } = plan
  await insertCalendars(unit, projectId, plan.calendars ?? [])
  if (plan.settings) await keepSettings(unit, projectId, plan.settings)
  await savePlanItems(unit, projectId, planItems)
  const { resources = [] } = plan
  await saveResources(
    unit,
    resources.map((resource) => ({ ...NOTHING_SAID, ...resource, containerId: projectId })),
  )
  await insertAssignments(unit, projectId, assignments)
  if (planItems.length > 0) await keepAsPlanned(unit, projectId)
  // Where somebody has its dates calculated, they follow from this, too.
  if (planItems.length + assignments.length > 0) await outdatePlans(unit, [projectId])
  await insertBaselines(
    unit,
    baselines.map(({ items: _items, ...baseline }) => ({ ...baseline, projectId })),
  )
  await insertBaselineItems(
    unit,
    baselines.flatMap(({ id, items }) => items.map((item) => ({ ...item, baselineId: id }))),
  )
  unit.record([
    {
      id: unit.newId<'Event'>(),
      kind: 'schedule.plan_saved',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'container', id: projectId },
      containerId: projectId,
      data: { planItems: planItems.length, baselines: baselines.length },
      touches: [
        ...planItems.map(({ itemId }) => ({ kind: 'planItem', id: itemId })),
        ...baselines.map(({ id }) => ({ kind: 'baseline', id })),
      ],
    },
  ])
}
