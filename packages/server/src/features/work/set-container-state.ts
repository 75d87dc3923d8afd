import type { Unit } from '../../platform/commands/index.ts'
import { containerEvent } from './container-events.ts'
import { type ContainerRow, lockContainers, saveContainers } from './store/containers.ts'

/** Opens or closes containers without asking whether anybody may: whoever calls has made sure of that. */
export async function setContainerState(
  unit: Unit,
  ids: readonly string[],
  state: ContainerRow['state'],
): Promise<void> {
  if (ids.length === 0) return
  const rows = await lockContainers(unit, ids)
  const changed = [...rows.values()]
    .filter((row) => row.state !== state)
    .map((before) => ({ before, after: { ...before, state, version: before.version + 1 } }))
  unit.record(
    changed.map(({ before, after }) =>
      containerEvent(unit, after, { kind: 'work.container_changed', stateBefore: before.state }),
    ),
  )
  await saveContainers(
    unit,
    changed.map(({ after }) => after),
  )
}
