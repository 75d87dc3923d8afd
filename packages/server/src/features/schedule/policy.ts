import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
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
