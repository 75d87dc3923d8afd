import { operations } from '@millrace/contract'
import { command, demand, mayOnItem, refuse, roleIn, type Unit } from '../../../platform/commands/index.ts'
import { practiceEvent } from '../practice-event.ts'
import { findStates } from '../queries/find-artifact-types.ts'
import { readAsked } from '../queries/find-artifacts.ts'
import { findItemPlaces, type ItemPlace } from '../queries/find-item-places.ts'
import { type Asked, deleteAsked, lockArtifacts, saveAsked } from '../store/artifacts.ts'

type Pair = { readonly itemId: string; readonly artifactId: string }

/** Lets items ask for artifacts in states, or answers the questions of these. */
export const askFor = command(operations['practice.askFor'], async (unit, inputs) => {
  const { asked, items } = await load(unit, inputs)
  const artifacts = await lockArtifacts(
    unit,
    inputs.map(({ artifactId }) => artifactId),
  )
  const states = await findStates(
    unit.tx,
    unit.organisationId,
    inputs.map(({ stateId }) => stateId),
  )
  const next = inputs.map((input, index): Asked => {
    demandItem(unit, items, { itemId: input.itemId, index })
    const artifact = artifacts.get(input.artifactId)
    if (!artifact || roleIn(unit.principal.access, artifact.containerId) === null)
      return refuse('platform.reference_unknown', { field: 'artifact' }, index)
    if (artifact.archivedAt !== null) refuse('practice.archived', { name: artifact.name }, index)
    if (states.get(input.stateId)?.type_id !== artifact.typeId)
      refuse('platform.reference_unknown', { field: 'state' }, index)
    const before = asked.get(keyOf(input))
    if (before && before.deliveredAt !== null)
      refuse('practice.artifact_delivered', { name: artifact.name }, index)
    return { ...input, deliveredAt: null }
  })
  await saveAsked(unit, [...new Map(next.map((one) => [keyOf(one), one])).values()])
  unit.record(next.map((one) => askedEvent(unit, 'artifact_asked', one)))
  return next
})

/** Lets items not ask for artifacts any more. */
export const stopAskingFor = command(operations['practice.stopAskingFor'], async (unit, inputs) => {
  const { asked, items } = await load(unit, inputs)
  const artifacts = await lockArtifacts(
    unit,
    inputs.map(({ artifactId }) => artifactId),
  )
  inputs.forEach((input, index) => {
    demandItem(unit, items, { itemId: input.itemId, index })
    const before = asked.get(keyOf(input)) ?? refuse('platform.not_found', { what: 'artifact' }, index)
    if (before.deliveredAt === null) return
    refuse('practice.artifact_delivered', { name: artifacts.get(input.artifactId)?.name ?? '' }, index)
  })
  await deleteAsked(unit, inputs)
  unit.record(inputs.map((one) => askedEvent(unit, 'artifact_not_asked', one)))
  return inputs.map(() => ({}))
})

async function load(unit: Unit, pairs: readonly Pair[]) {
  const itemIds = pairs.map(({ itemId }) => itemId)
  const items = await findItemPlaces(unit.tx, unit.organisationId, itemIds)
  const asked = await readAsked(unit.tx, unit.organisationId, { itemIds })
  return { items, asked: new Map(asked.map((one) => [keyOf(one), one])) }
}

function keyOf({ itemId, artifactId }: Pair): string {
  return `${itemId} ${artifactId}`
}

function demandItem(
  unit: Unit,
  items: ReadonlyMap<string, ItemPlace>,
  { itemId, index }: { readonly itemId: string; readonly index: number },
): void {
  const item = items.get(itemId)
  if (!item || !mayOnItem(unit.principal.access, 'container.read', item))
    return refuse('platform.not_found', { what: 'item' }, index)
  const { containerIds } = item
  demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
}

/** Whoever looks at the artifact or at the item is told. */
function askedEvent(unit: Unit, kind: string, { itemId, artifactId }: Pair) {
  const subject = { kind: 'artifact', id: artifactId }
  return {
    ...practiceEvent(unit, kind, { subject, data: { itemId } }),
    touches: [{ kind: 'item', id: itemId }],
  }
}
