import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
import type { Home } from './queries/find-homes.ts'

/** The process with this id, when the person may do this in it; archived ones rest. */
export function homeFor(
  unit: Unit,
  homes: ReadonlyMap<string, Home>,
  wanted: {
    readonly id: string
    readonly permission: 'item.write' | 'container.manage'
    readonly index: number
    /** What is named, when it is not the process itself. */
    readonly what?: 'form'
  },
): Home {
  const { id, permission, index, what = 'process' } = wanted
  demand(unit.principal.access, { permission, containerIds: [id], what }, index)
  const home = homes.get(id)
  if (!home) return refuse('platform.not_found', { what }, index)
  if (home.isArchived) refuse('work.container_archived', { name: home.name }, index)
  return home
}

/** Who acts, when it is a person. */
export function personOf({ actor }: Unit): string | null {
  return 'personId' in actor ? actor.personId : null
}
