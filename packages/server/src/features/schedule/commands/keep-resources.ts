import { operations, type ResourceView } from '@millrace/contract'
import { checkResource } from '@millrace/core/schedule'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { demandPlace } from '../policy.ts'
import { findCalendarsOf, findSharedCalendarIds } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import {
  findCrewMembers,
  findProjectsWith,
  findResources,
  findResourceUse,
} from '../queries/find-resources.ts'
import { deleteResources, saveResources } from '../store/resources.ts'

/** Adds resources, or changes them. */
export const saveResource = command(operations['schedule.saveResource'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const projectIds = inputs.flatMap(({ containerId }) => containerId ?? [])
  const projects = await lockProjects(unit, projectIds)
  const known = await loadKnown(unit, inputs)
  const calendars = await loadCalendars(unit, projectIds)
  inputs.forEach((input, index) => {
    demandPlace(unit, projects, { containerId: input.containerId, what: 'resource', index })
    const before = known.resources.get(input.id)
    if (before && before.containerId !== input.containerId)
      refuse('platform.exists', { what: 'resource' }, index)
    const own = calendars.get(input.containerId)
    if (input.calendarId !== null && !own?.has(input.calendarId)) {
      refuse('schedule.calendar_unknown', { item: input.name }, index)
    }
    accepted(checkResource(input, known), index)
    known.put(input)
  })
  const saved = [...new Map(inputs.map((input) => [input.id, input])).values()]
  await saveResources(unit, saved)
  await outdatePlans(unit, await findProjectsWith(tx, organisationId, ids))
  unit.record(inputs.map((input) => resourceEvent(unit, 'schedule.resource_saved', input)))
  return inputs
})

/** The resources of a group of commands and the members that they name; a later one sees what an earlier one said. */
async function loadKnown({ tx, organisationId }: Unit, inputs: readonly ResourceView[]) {
  const ids = inputs.map(({ id }) => id)
  const named = [...ids, ...inputs.flatMap(({ crewMemberIds }) => crewMemberIds)]
  const resources = new Map(await findResources(tx, organisationId, named))
  const membersOfCrews = new Set(await findCrewMembers(tx, organisationId, ids))
  const put = (resource: ResourceView) => {
    resources.set(resource.id, resource)
    for (const id of resource.crewMemberIds) membersOfCrews.add(id)
  }
  return { resources, membersOfCrews, put }
}

/** The calendars that may be named, by project; null: by what all projects share. */
async function loadCalendars(
  { tx, organisationId }: Unit,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string | null, ReadonlySet<string>>> {
  const own = await findCalendarsOf(tx, organisationId, projectIds)
  return new Map([...own, [null, await findSharedCalendarIds(tx, organisationId)]])
}

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
    demandPlace(unit, projects, { containerId: resource.containerId, what: 'resource', index })
    const count = used.get(id) ?? 0
    if (count > 0) refuse('schedule.resource_in_use', { name: resource.name, count }, index)
    return resource
  })
  await deleteResources(unit, ids)
  unit.record(removed.map((resource) => resourceEvent(unit, 'schedule.resource_removed', resource)))
  return inputs.map(() => ({}))
})

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
