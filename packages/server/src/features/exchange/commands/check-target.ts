import type { ImportMapping } from '@millrace/contract'
import { checkContainer } from '@millrace/core/work'
import { accepted, demand, mayInOrganisation, refuse, type Unit } from '../../../platform/commands/index.ts'
import type { RunRow } from '../import-run.ts'
import { findContainerByKey, type Surroundings } from '../queries/read-surroundings.ts'

/**
 * Whether the person may import where the mapping says, and whether the place can take it.
 *
 * @throws Refused
 */
export async function checkTarget(
  unit: Unit,
  run: RunRow,
  about: {
    readonly mapping: ImportMapping
    readonly surroundings: Surroundings
    readonly index: number
  },
): Promise<void> {
  const { mapping, surroundings, index } = about
  const { target } = mapping
  if (target.kind === 'existing') return checkExisting(unit, run, { surroundings, index })
  if (!mayInOrganisation(unit.principal, 'container.create'))
    refuse('platform.not_allowed', { permission: 'container.create' }, index)
  if (run.format === 'mspdi' && target.containerKind !== 'project')
    refuse('exchange.plan_needs_project', { name: target.name }, index)
  const { subject, wishedEndState, containerKind: kind } = target
  accepted(checkContainer({ kind, subject, wishedEndState, startsOn: null, dueOn: null }), index)
  if ((await findContainerByKey(unit.tx, unit.organisationId, target.key)) !== null)
    refuse('work.key_taken', { key: target.key }, index)
}

function checkExisting(
  unit: Unit,
  run: RunRow,
  { surroundings, index }: { readonly surroundings: Surroundings; readonly index: number },
): void {
  const { container } = surroundings
  if (!container) return refuse('platform.not_found', { what: 'container' }, index)
  const containerIds = [container.id]
  demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'container' }, index)
  if (container.archived_at !== null) refuse('work.container_archived', { name: container.name }, index)
  if (run.format !== 'mspdi') return
  if (container.kind !== 'project') refuse('exchange.plan_needs_project', { name: container.name }, index)
  demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'container' }, index)
}
