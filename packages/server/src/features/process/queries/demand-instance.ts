import type { InstanceView } from '@millrace/contract'
import { demand, type QueryContext, refuse } from '../../../platform/commands/index.ts'
import { readInstances } from './find-instances.ts'

/** The instance with this id, when the person sees its process. */
export async function demandInstance(
  { tx, organisationId, principal }: QueryContext,
  id: string,
): Promise<InstanceView> {
  const [instance] = await readInstances(tx, organisationId, [id])
  if (!instance) return refuse('platform.not_found', { what: 'instance' })
  const containerIds = [instance.containerId]
  demand(principal.access, { permission: 'container.read', containerIds, what: 'instance' })
  return instance
}
