import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
import type { Project } from './queries/find-projects.ts'

/** The project with this id, when the person manages it; archived ones rest. */
export function projectFor(
  unit: Unit,
  projects: ReadonlyMap<string, Project>,
  wanted: { readonly id: string; readonly index: number },
): Project {
  const { id, index } = wanted
  demand(
    unit.principal.access,
    { permission: 'container.manage', containerIds: [id], what: 'project' },
    index,
  )
  const project = projects.get(id)
  if (!project) return refuse('platform.not_found', { what: 'project' }, index)
  if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
  return project
}
