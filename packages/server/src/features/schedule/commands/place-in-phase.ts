import { operations } from '@millrace/contract'
import { command, demand, refuse } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { findContainersOf } from '../queries/find-packages.ts'
import { findPhases } from '../queries/find-phases.ts'
import { savePhaseItems } from '../store/rolling-wave.ts'

/** Puts items into phases of their projects, with everything under them; the last word on an item counts. */
export const placeInPhase = command(operations['schedule.placeInPhase'], async (unit, inputs) => {
  const { tx, organisationId, principal } = unit
  const items = await findContainersOf(
    tx,
    organisationId,
    inputs.map((input) => input.itemId),
  )
  const phaseIds = inputs.flatMap((input) => input.phaseId ?? [])
  const phases = new Map((await findPhases(tx, organisationId, phaseIds)).map((one) => [one.id, one]))
  inputs.forEach(({ itemId, phaseId }, index) => {
    const item = items.get(itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
    const { containerIds, key } = item
    demand(principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
    if (phaseId === null) return
    const { projectId } = phases.get(phaseId) ?? refuse('platform.not_found', { what: 'phase' }, index)
    demand(principal.access, { permission: 'item.write', containerIds: [projectId], what: 'phase' }, index)
    if (!containerIds.includes(projectId)) refuse('schedule.phase_elsewhere', { key }, index)
  })
  const places = new Map(inputs.map(({ itemId, phaseId }) => [itemId, phaseId]))
  await savePhaseItems(unit, places)
  await demandPackages(unit, { itemIds: [...places.keys()] })
  unit.record(
    [...places].map(([itemId, phaseId]) => ({
      id: unit.newId<'Event'>(),
      kind: 'schedule.item_phased',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'phaseItem', id: itemId },
      touches: [{ kind: 'item', id: itemId }],
      containerId: phases.get(phaseId ?? '')?.projectId ?? items.get(itemId)?.containerIds[0] ?? null,
      data: { phaseId },
    })),
  )
  return inputs.map(() => ({}))
})
