import { type CalendarView, operations } from '@millrace/contract'
import { checkCalendars } from '@millrace/core/calendar'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { demandPlace } from '../policy.ts'
import { findCalendars, findCalendarUse, findProjectsGoingBy } from '../queries/find-calendars.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { deleteCalendars, saveCalendars } from '../store/calendars.ts'
import { toWorkingCalendar } from '../working-calendars.ts'

/** Adds calendars, or changes them; all that a project may go by must make sense together. */
export const saveCalendar = command(operations['schedule.saveCalendar'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = inputs.flatMap(({ containerId }) => containerId ?? [])
  const projects = await lockProjects(unit, projectIds)
  const ids = inputs.map(({ id }) => id)
  const isShared = inputs.some(({ containerId }) => containerId === null)
  const known = await findCalendars(tx, organisationId, { projectIds, ids, isShared })
  const after = new Map(known.map((calendar) => [calendar.id, calendar]))
  inputs.forEach((input, index) => {
    const { containerId } = input
    demandPlace(unit, projects, { containerId, what: 'calendar', index })
    const before = after.get(input.id)
    if (before && before.containerId !== containerId) {
      refuse('platform.not_found', { what: 'calendar' }, index)
    }
    after.set(input.id, input)
    for (const together of groupsWith(containerId, [...after.values()])) {
      accepted(checkCalendars(together.map(toWorkingCalendar)), index)
    }
  })
  const changed = [...new Set(ids)].flatMap((id) => after.get(id) ?? [])
  const saved = await saveCalendars(unit, changed)
  ids.forEach((id, index) => {
    if (!saved.has(id)) refuse('platform.exists', { what: 'calendar' }, index)
  })
  await outdatePlans(unit, [...projectIds, ...(await findProjectsGoingBy(tx, organisationId, ids))])
  unit.record(inputs.map((input) => calendarEvent(unit, 'schedule.calendar_saved', input)))
  return inputs
})

/** What must make sense together after a change: the calendars of the project, or all that share what changed. */
function groupsWith(
  containerId: string | null,
  calendars: readonly CalendarView[],
): readonly (readonly CalendarView[])[] {
  const byPlace = Map.groupBy(calendars, (calendar) => calendar.containerId)
  const shared = byPlace.get(null) ?? []
  if (containerId !== null) return [[...shared, ...(byPlace.get(containerId) ?? [])]]
  const own = [...byPlace].flatMap(([place, each]) => (place === null ? [] : [[...shared, ...each]]))
  return [shared, ...own]
}

/** Removes calendars that nothing goes by. */
export const removeCalendar = command(operations['schedule.removeCalendar'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const found = await findCalendars(tx, organisationId, { projectIds: [], ids, isShared: false })
  const known = new Map(found.map((calendar) => [calendar.id, calendar]))
  const named = ids.flatMap((id) => known.get(id)?.containerId ?? [])
  const projects = await lockProjects(unit, named)
  const used = await findCalendarUse(tx, organisationId, ids)
  const removed = ids.map((id, index) => {
    const calendar = known.get(id) ?? refuse('platform.not_found', { what: 'calendar' }, index)
    demandPlace(unit, projects, { containerId: calendar.containerId, what: 'calendar', index })
    const count = used.get(id) ?? 0
    if (count > 0) refuse('schedule.calendar_in_use', { name: calendar.name, count }, index)
    return calendar
  })
  await deleteCalendars(unit, ids)
  unit.record(removed.map((calendar) => calendarEvent(unit, 'schedule.calendar_removed', calendar)))
  return inputs.map(() => ({}))
})

function calendarEvent(
  unit: Unit,
  kind: 'schedule.calendar_saved' | 'schedule.calendar_removed',
  { id, containerId }: Pick<CalendarView, 'id' | 'containerId'>,
) {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'calendar', id },
    touches: containerId === null ? [] : [{ kind: 'plan', id: containerId }],
    containerId,
    data: {},
  }
}
