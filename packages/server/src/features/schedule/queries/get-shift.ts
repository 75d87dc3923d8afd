import { operations } from '@millrace/contract'
import { shiftOf, whyFixed } from '@millrace/core/schedule'
import { demand, query, refuse } from '../../../platform/commands/index.ts'
import { fieldsOf } from '../item-plans.ts'
import { toWorkingCalendar } from '../working-calendars.ts'
import { findPlanStates } from './find-plan-states.ts'
import { findPlannedItems } from './find-planned-items.ts'
import { readCalendars } from './read-plan-parts.ts'
import { readRowsOf } from './read-plan-rows.ts'

/** What moving the bar of an item says about its time, for whoever may change it. */
export const getShift = query(operations['schedule.getShift'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const { containerId, itemId, days, end, step } = input
  demand(principal.access, { permission: 'item.write', containerIds: [containerId], what: 'project' })
  const item = (await findPlannedItems(tx, organisationId, [itemId])).get(itemId)
  const rows = await readRowsOf(tx, organisationId, { projectIds: [containerId], itemIds: [itemId] })
  const row = rows.get(containerId)?.[0]
  const state = (await findPlanStates(tx, organisationId, [containerId])).get(containerId)
  if (!item || !row || !state) return refuse('platform.not_found', { what: 'item' })
  const { settings, timeZone } = state
  const kept = await readCalendars(tx, organisationId, { projectId: containerId, timeZone })
  const ground = { settings, timeZone, calendars: kept.map(toWorkingCalendar) }
  // Of what is below it this one row does not tell.
  const isFixed = whyFixed({ ...row, isSummary: item.isSummary }, settings.isScheduled) !== null
  return {
    plan: { id: itemId, containerId, wbsCode: item.wbsCode, costMinor: item.costMinor, ...fieldsOf(item) },
    patch: isFixed ? null : shiftOf(row, { days, end, isStep: step === 'workingDays' }, ground),
  }
})
