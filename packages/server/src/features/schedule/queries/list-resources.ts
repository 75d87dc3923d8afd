import { operations } from '@millrace/contract'
import { demand, mayInContainers, query } from '../../../platform/commands/index.ts'
import { withoutPrices } from '../present.ts'
import { findAssignable } from './find-resources.ts'

/** Who and what can be assigned in a project. */
export const listResources = query(operations['schedule.listResources'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'item.write', containerIds: [containerId], what: 'project' })
  const resources = await findAssignable(tx, organisationId, containerId)
  const isManager = mayInContainers(principal.access, 'container.manage', [containerId])
  return { resources: isManager ? resources : resources.map(withoutPrices) }
})
