import type { ResourceView } from '@millrace/contract'
import { demand, mayInOrganisation, refuse, type Unit } from '../../platform/commands/index.ts'
import type { Project } from './queries/find-projects.ts'

/** The project with this id, when the person manages it; archived ones rest. */
export function projectFor(
  unit: Unit,
  projects: ReadonlyMap<string, Project>,
  wanted: { readonly id: string; readonly index: number },
): Project {
  return openProject(unit, projects, { ...wanted, permission: 'container.manage' })
}

/** The project with this id, when the person may write in it; archived ones rest. */
export function projectToWriteIn(
  unit: Unit,
  projects: ReadonlyMap<string, Project>,
  wanted: { readonly id: string; readonly index: number },
): Project {
  return openProject(unit, projects, { ...wanted, permission: 'item.write' })
}

/** The project with this id, when the person may do this in it; archived ones rest. */
export function openProject(
  unit: Unit,
  projects: ReadonlyMap<string, Project>,
  wanted: {
    readonly id: string
    readonly index: number
    readonly permission: 'container.manage' | 'item.write' | 'container.read'
  },
): Project {
  const { id, index, permission } = wanted
  demand(unit.principal.access, { permission, containerIds: [id], what: 'project' }, index)
  const project = projects.get(id)
  if (!project) return refuse('platform.not_found', { what: 'project' }, index)
  if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
  return project
}

type Place = {
  /** Null: all projects share it. */
  readonly containerId: string | null
  readonly what: 'resource' | 'calendar'
  readonly index: number
}

/** What a project plans with is kept by whoever manages it, what all share by whoever runs the organisation. */
export function demandPlace(
  unit: Unit,
  projects: ReadonlyMap<string, Project>,
  { containerId, what, index }: Place,
): void {
  if (containerId === null) {
    if (!mayInOrganisation(unit.principal, 'organisation.manage')) {
      refuse('platform.not_allowed', { permission: 'organisation.manage' }, index)
    }
    return
  }
  const wanted = { permission: 'container.manage', containerIds: [containerId], what } as const // One of the permissions.
  demand(unit.principal.access, wanted, index)
  const project = projects.get(containerId) ?? refuse('platform.not_found', { what }, index)
  if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
}

/** Whether a resource can be assigned in a project: one of its own, or one that all projects share. */
export function isAssignable(
  resource: ResourceView | undefined,
  projectId: string,
): resource is ResourceView {
  return resource !== undefined && (resource.containerId === null || resource.containerId === projectId)
}
