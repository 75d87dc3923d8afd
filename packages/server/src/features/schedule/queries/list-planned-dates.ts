import { operations, type PlannedDatesView, type PlanRowView } from '@millrace/contract'
import { mayInContainers, type QueryContext, query } from '../../../platform/commands/index.ts'
import { type Figures, findFiguresOf } from './find-plan-figures.ts'
import { findPlanStates } from './find-plan-states.ts'
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
    const figures = await findFigures(context, [...plans.keys()])
    const all = [...plans.values()].flat()
    const rows = all.filter(({ datesFrom }) => datesFrom === 'plan' || datesFrom === 'children')
    const itemIds = new Set(all.map(({ itemId }) => itemId))
    return {
      rows: rows.map((row) => toDates(row, figures.get(row.itemId))),
      links: await readLinks(tx, organisationId, [...itemIds]),
    }
  },
)

/** What the calculations found, of plans that do not just keep their dates. */
async function findFigures(
  { tx, organisationId }: QueryContext,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  const states = await findPlanStates(tx, organisationId, projectIds)
  const scheduled = projectIds.filter((id) => states.get(id)?.settings.isScheduled)
  return await findFiguresOf(tx, organisationId, scheduled)
}

function toDates(row: PlanRowView, found: Figures | undefined): PlannedDatesView {
  const { itemId, startAt, finishAt, deadlineAt, percentComplete } = row
  const { isCritical = false, totalFloatMin = null } = found ?? {}
  return { itemId, startAt, finishAt, deadlineAt, percentComplete, isCritical, totalFloatMin }
}
