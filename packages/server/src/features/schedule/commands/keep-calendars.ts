import { operations } from '@millrace/contract'
import { checkCalendars } from '@millrace/core/calendar'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { projectFor } from '../policy.ts'
import { findCalendars, findCalendarUse } from '../queries/find-calendars.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { deleteCalendars, saveCalendars } from '../store/calendars.ts'
import { type KeptCalendar, toWorkingCalendar } from '../working-calendars.ts'

/** Adds calendars of projects, or changes them; all those of a project must make sense together. */
export const saveCalendar = command(operations['schedule.saveCalendar'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = inputs.map((input) => input.containerId)
  const projects = await lockProjects(unit, projectIds)
  const known = await findCalendars(tx, organisationId, projectIds)
  const after = new Map(known.map((calendar) => [calendar.id, calendar]))
  inputs.forEach((input, index) => {
    projectFor(unit, projects, { id: input.containerId, index })
    const { containerId: projectId, ...calendar } = input
    const before = after.get(input.id)
    if (before && before.projectId !== projectId) refuse('platform.not_found', { what: 'calendar' }, index)
    after.set(input.id, { ...calendar, projectId })
    const together = [...after.values()].filter((each) => each.projectId === projectId)
    accepted(checkCalendars(together.map(toWorkingCalendar)), index)
  })
  const changed = [...new Set(inputs.map(({ id }) => id))].flatMap((id) => after.get(id) ?? [])
  const saved = await saveCalendars(unit, changed)
  inputs.forEach(({ id }, index) => {
    if (!saved.has(id)) refuse('platform.exists', { what: 'calendar' }, index)
  })
  await outdatePlans(unit, projectIds)
  unit.record(
    inputs.map(({ id, containerId }) => calendarEvent(unit, 'schedule.calendar_saved', { id, containerId })),
  )
  return inputs.map(({ containerId: _containerId, ...calendar }) => calendar)
})

/** Removes calendars that nothing goes by. */
export const removeCalendar = command(operations['schedule.removeCalendar'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = inputs.map((input) => input.containerId)
  const projects = await lockProjects(unit, projectIds)
  const ids = inputs.map(({ id }) => id)
  const known = new Map(
    (await findCalendars(tx, organisationId, projectIds)).map((calendar) => [calendar.id, calendar]),
  )
  const used = await findCalendarUse(tx, organisationId, ids)
  inputs.forEach(({ id, containerId }, index) => {
    projectFor(unit, projects, { id: containerId, index })
    const calendar: KeptCalendar & { projectId: string } =
      known.get(id) ?? refuse('platform.not_found', { what: 'calendar' }, index)
    if (calendar.projectId !== containerId) refuse('platform.not_found', { what: 'calendar' }, index)
    const count = used.get(id) ?? 0
    if (count > 0) refuse('schedule.calendar_in_use', { name: calendar.name, count }, index)
  })
  await deleteCalendars(unit, ids)
  unit.record(inputs.map((input) => calendarEvent(unit, 'schedule.calendar_removed', input)))
  return inputs.map(() => ({}))
})

function calendarEvent(
  unit: Unit,
  kind: 'schedule.calendar_saved' | 'schedule.calendar_removed',
  { id, containerId }: { readonly id: string; readonly containerId: string },
) {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'calendar', id },
    touches: [{ kind: 'plan', id: containerId }],
    containerId,
    data: {},
  }
}
