import { demand, type QueryContext, refuse } from '../../../platform/commands/index.ts'
import { isProcess } from './is-process.ts'

/** Goes on if the person may look into the process. */
export async function demandProcess(context: QueryContext, containerId: string): Promise<void> {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'process' })
  if (!(await isProcess(tx, organisationId, containerId))) refuse('platform.not_found', { what: 'process' })
}
