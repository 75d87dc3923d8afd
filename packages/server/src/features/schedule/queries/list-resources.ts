import { operations } from '@millrace/contract'
import { demand, query } from '../../../platform/commands/index.ts'
import { findAssignable } from './find-resources.ts'

/** Who and what can be assigned in a project. */
export const listResources = query(operations['schedule.listResources'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'item.write', containerIds: [containerId], what: 'project' })
  return { resources: await findAssignable(tx, organisationId, containerId) }
})
