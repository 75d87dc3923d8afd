import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
import type { Case } from './queries/find-cases.ts'

/** The case with this id, when the person may work on it; archived ones rest. */
export function caseFor(
  unit: Unit,
  cases: ReadonlyMap<string, Case>,
  wanted: { id: string; index: number },
): Case {
  const { id, index } = wanted
  demand(unit.principal.access, { permission: 'item.write', containerIds: [id], what: 'case' }, index)
  const found = cases.get(id)
  if (!found) return refuse('platform.not_found', { what: 'case' }, index)
  if (found.is_archived) refuse('work.container_archived', { name: found.name }, index)
  return found
}
