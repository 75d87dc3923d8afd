import { operations, type ResourceView } from '@millrace/contract'
import { command, demand, mayInOrganisation, refuse, type Unit } from '../../../platform/commands/index.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { findCalendarsOf } from '../queries/find-planned-items.ts'
import { lockProjects, type Project } from '../queries/find-projects.ts'
import { findProjectsWith, findResources, findResourceUse } from '../queries/find-resources.ts'
import { deleteResources, saveResources } from '../store/resources.ts'

/** Adds resources, or changes them. */
export const saveResource = command(operations['schedule.saveResource'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const projectIds = inputs.flatMap(({ containerId }) => containerId ?? [])
  const projects = await lockProjects(unit, projectIds)
  const known = await findResources(tx, organisationId, ids)
  const calendars = await findCalendarsOf(tx, organisationId, projectIds)
  inputs.forEach((input, index) => {
    demandPlace(unit, projects, { containerId: input.containerId, index })
    const before = known.get(input.id)
    if (before && before.containerId !== input.containerId)
      refuse('platform.exists', { what: 'resource' }, index)
    const own = calendars.get(input.containerId ?? '')
    if (input.calendarId !== null && !own?.has(input.calendarId)) {
      refuse('schedule.calendar_unknown', { item: input.name }, index)
    }
  })
  const saved = [...new Map(inputs.map((input) => [input.id, input])).values()]
  await saveResources(unit, saved)
  await outdatePlans(unit, await findProjectsWith(tx, organisationId, ids))
  unit.record(inputs.map((input) => resourceEvent(unit, 'schedule.resource_saved', input)))
  return inputs
})

/** Removes resources that nothing is done with. */
export const removeResource = command(operations['schedule.removeResource'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const known = await findResources(tx, organisationId, ids)
  const projects = await lockProjects(
    unit,
    [...known.values()].flatMap(({ containerId }) => containerId ?? []),
  )
  const used = await findResourceUse(tx, organisationId, ids)
  const removed = inputs.map(({ id }, index) => {
    const resource = known.get(id) ?? refuse('platform.not_found', { what: 'resource' }, index)
    demandPlace(unit, projects, { containerId: resource.containerId, index })
    const count = used.get(id) ?? 0
    if (count > 0) refuse('schedule.resource_in_use', { name: resource.name, count }, index)
    return resource
  })
  await deleteResources(unit, ids)
  unit.record(removed.map((resource) => resourceEvent(unit, 'schedule.resource_removed', resource)))
  return inputs.map(() => ({}))
})

/** What a project plans with is kept by whoever manages it, what all share by whoever runs the organisation. */
function demandPlace(
  unit: Unit,
  projects: ReadonlyMap<string, Project>,
  { containerId, index }: { readonly containerId: string | null; readonly index: number },
): void {
  if (containerId === null) {
    if (!mayInOrganisation(unit.principal, 'organisation.manage')) {
      refuse('platform.not_allowed', { permission: 'organisation.manage' }, index)
    }
    return
  }
  const wanted = { permission: 'container.manage', containerIds: [containerId], what: 'resource' } as const // One of the permissions.
  demand(unit.principal.access, wanted, index)
  const project = projects.get(containerId) ?? refuse('platform.not_found', { what: 'resource' }, index)
  if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
}

function resourceEvent(
  unit: Unit,
  kind: 'schedule.resource_saved' | 'schedule.resource_removed',
  { id, containerId }: Pick<ResourceView, 'id' | 'containerId'>,
) {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'resource', id },
    touches: containerId === null ? [] : [{ kind: 'plan', id: containerId }],
    containerId,
    data: {},
  }
}
