import { operations } from '@millrace/contract'
import type { Id } from '@millrace/core/kernel'
import { checkRelation, findCycle, type Relation } from '@millrace/core/work'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { ItemSet } from '../item-set.ts'
import { findPathsBack, findRelations } from '../queries/find-relations.ts'
import { relationEvent } from '../relation-event.ts'
import { deleteRelations, insertRelations } from '../store/relations.ts'

/** Relates items, refusing circles of dependencies, also circles made by the batch itself. */
export const relateItems = command(operations['work.relateItems'], async (unit, inputs) => {
  const set = await ItemSet.load(
    unit,
    inputs.flatMap((input) => [input.fromId, input.toId]),
  )
  const back = await findPathsBack(unit.tx, unit.organisationId, inputs)
  inputs.forEach((relation, index) => {
    set.get(relation.fromId, 'item.write', index)
    set.get(relation.toId, 'container.read', index)
    accepted(checkRelation(relation, back.get(relation.id) ?? []), index)
  })
  const inserted = await insertRelations(unit, inputs)
  inputs.forEach((relation, index) => {
    if (!inserted.has(relation.id)) refuse('work.relation_exists', {}, index)
  })
  if (inputs.length > 1) await refuseNewCircle(unit, set, inputs)
  unit.record(
    inputs.map((relation) =>
      relationEvent(unit, 'work.related', { relation, containerId: homeOf(set, relation) }),
    ),
  )
  return inputs
})

/** Several new relations can close a circle that none of them closes alone. */
async function refuseNewCircle(unit: Unit, set: ItemSet, relations: readonly Relation[]): Promise<void> {
  for (const kind of ['precedes', 'blocks'] as const) {
    const edges = relations.filter((relation) => relation.kind === kind)
    const cycle = findCycle(edges)
    if (cycle)
      refuse('work.relation_cycle', { path: [...cycle, cycle[0] ?? ''].map((id) => set.find(id)?.key ?? id) })
  }
  const ordering = relations.filter((relation) => relation.kind === 'precedes' || relation.kind === 'blocks')
  const back = await findPathsBack(unit.tx, unit.organisationId, ordering)
  const closed = ordering.find((relation) => back.has(relation.id))
  if (closed) refuse('work.relation_cycle', { path: back.get(closed.id) ?? [] }, relations.indexOf(closed))
}

/** Removes relations. */
export const unrelateItems = command(operations['work.unrelateItems'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  const found = await findRelations(unit.tx, unit.organisationId, ids)
  const set = await ItemSet.load(
    unit,
    found.flatMap((relation) => [relation.fromId, relation.toId]),
  )
  inputs.forEach((input, index) => {
    const relation = found.find((candidate) => candidate.id === input.id)
    if (!relation) return refuse('platform.not_found', { what: 'relation' }, index)
    set.get(relation.fromId, 'item.write', index)
  })
  const removed = await deleteRelations(unit, ids)
  unit.record(
    removed.map((relation) =>
      relationEvent(unit, 'work.unrelated', { relation, containerId: homeOf(set, relation) }),
    ),
  )
  return inputs.map(() => ({}))
})

function homeOf(set: ItemSet, relation: Relation): Id<'Container'> | null {
  return set.find(relation.fromId)?.containerIds[0] ?? null
}
