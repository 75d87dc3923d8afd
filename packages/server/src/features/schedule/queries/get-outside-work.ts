import { type OutsideWorkView, operations } from '@millrace/contract'
import { type Access, demand, mayInContainers, query, refuse } from '../../../platform/commands/index.ts'
import { findPlanStates } from './find-plan-states.ts'
import { type OutsideTake, readOutsideWork } from './read-outside-work.ts'
import { readResources } from './read-plan-parts.ts'

const MINUTE_MS = 60_000

/** What other projects ask of the people and machines of a project. */
export const getOutsideWork = query(
  operations['schedule.getOutsideWork'],
  async ({ tx, organisationId, principal }, { containerId }) => {
    const { access } = principal
    demand(access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
    const isProject = (await findPlanStates(tx, organisationId, [containerId])).has(containerId)
    if (!isProject) return refuse('platform.not_found', { what: 'project' })
    const resources = await readResources(tx, organisationId, containerId)
    const takes = await readOutsideWork(tx, organisationId, { projectId: containerId, resources })
    return { work: takes.map((take) => present(take, access)), projects: projectsOf(takes, access) }
  },
)

/** Of work that the reader may not see, only what it takes. */
function present({ item, ...take }: OutsideTake, access: Access): OutsideWorkView['work'][number] {
  const isSeen = mayInContainers(access, 'container.read', item.containerIds)
  const isProjectSeen = isSeen && mayInContainers(access, 'container.read', [item.projectId])
  return {
    resourceId: take.resourceId,
    itemId: isSeen ? item.itemId : null,
    title: isSeen ? item.title : null,
    containerId: isProjectSeen ? item.projectId : null,
    startAt: take.startAt * MINUTE_MS,
    finishAt: take.finishAt * MINUTE_MS,
    workMin: Math.round(take.workMin),
  }
}

function projectsOf(takes: readonly OutsideTake[], access: Access): OutsideWorkView['projects'] {
  const projects = new Map(takes.map(({ item }) => [item.projectId, item]))
  return [...projects.values()]
    .filter(({ projectId }) => mayInContainers(access, 'container.read', [projectId]))
    .map(({ projectId, projectKey: key, projectName: name, isScheduled }) => {
      const mayLevel = isScheduled && mayInContainers(access, 'container.manage', [projectId])
      return { containerId: projectId, key, name, mayLevel }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
