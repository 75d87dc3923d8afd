import { operations, type PlannedDatesView, type PlanRowView } from '@millrace/contract'
import { whyFixed } from '@millrace/core/schedule'
import { mayInContainers, type QueryContext, query } from '../../../platform/commands/index.ts'
import { type Figures, findFiguresOf } from './find-plan-figures.ts'
import { findPlanStates, type PlanState } from './find-plan-states.ts'
import { readLinks } from './read-plan-parts.ts'
import { readPlanRows } from './read-plan-rows.ts'

/** When the items of some projects are planned. Items that only have days of their own say those themselves. */
export const listPlannedDates = query(
  operations['schedule.listPlannedDates'],
  async (context, { containerIds }) => {
    const { tx, organisationId, principal } = context
    const asked = [...new Set(containerIds.split(','))]
    const seen = asked.filter((id) => mayInContainers(principal.access, 'container.read', [id]))
    const plans = await readPlanRows(tx, organisationId, seen)
    const states = await findPlanStates(context.tx, organisationId, [...plans.keys()])
    const figures = await findFigures(context, states)
    const all = [...plans].flatMap(([containerId, own]) => own.map((row) => ({ row, containerId })))
    const planned = all.filter(({ row: { datesFrom } }) => datesFrom === 'plan' || datesFrom === 'children')
    const itemIds = new Set(all.map(({ row }) => row.itemId))
    return {
      rows: planned.map(({ row, containerId }) => ({
        ...toDates(row, figures.get(row.itemId)),
        containerId,
        fixed: whyFixed(row, states.get(containerId)?.settings.isScheduled ?? true),
      })),
      links: await readLinks(tx, organisationId, [...itemIds]),
    }
  },
)

/** What the calculations found, of plans that do not just keep their dates. */
async function findFigures(
  { tx, organisationId }: QueryContext,
  states: ReadonlyMap<string, PlanState>,
): Promise<ReadonlyMap<string, Figures>> {
  const scheduled = [...states].flatMap(([id, { settings }]) => (settings.isScheduled ? [id] : []))
  return await findFiguresOf(tx, organisationId, scheduled)
}

function toDates(
  row: PlanRowView,
  found: Figures | undefined,
): Omit<PlannedDatesView, 'containerId' | 'fixed'> {
  const { itemId, startAt, finishAt, deadlineAt, percentComplete } = row
  const { isCritical = false, totalFloatMin = null } = found ?? {}
  return { itemId, startAt, finishAt, deadlineAt, percentComplete, isCritical, totalFloatMin }
}
