import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import {
  changeWorkItem,
  type Handover,
  handoversOf,
  mergeWorkItem,
  type Relation,
  relationsToTake,
  type WorkItem,
} from '@millrace/core/work'
import { accepted, command, mayInContainers, refuse, type Unit } from '../../../platform/commands/index.ts'
import { handOverParts } from '../hand-over-parts.ts'
import { ItemSet } from '../item-set.ts'
import { findAncestors } from '../queries/find-ancestors.ts'
import { findOpenBelow } from '../queries/find-below.ts'
import { findPathsBack, findRelationsOf } from '../queries/find-relations.ts'
import { relationEvent } from '../relation-event.ts'
import { insertRelations } from '../store/relations.ts'
import { checkVersion } from './change-item.ts'

/** Merges items into others, where the person may write in both. */
export const mergeItem = command(operations['work.mergeItem'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const intoIds = inputs.map(({ intoId }) => intoId)
  const [below, ancestors] = await Promise.all([findOpenBelow(unit, ids), findAncestors(unit, intoIds)])
  const set = await ItemSet.load(unit, [...ids, ...intoIds, ...below.values().flatMap((each) => each)])
  const events: Event[] = []
  inputs.forEach((input, index) => {
    const duplicate = set.get(input.id, 'item.write', index)
    checkVersion(duplicate, input, index)
    const into = set.get(input.intoId, 'item.write', index)
    const rules = set.rulesFor(into.typeId, index)
    const context = { ...set.decideContext(), ...rules, ancestors: ancestors.get(into.id) ?? [into.id] }
    const merged = accepted(mergeWorkItem(duplicate, into, context), index)
    set.put(merged.into)
    takeOverSubItems(set, { from: duplicate, intoId: into.id, subIds: below.get(duplicate.id) ?? [], index })
    set.put(merged.duplicate)
    events.push(...merged.duplicate.events)
  })
  set.save()
  const handovers = handoversOf(events)
  await handOverParts(unit, set, handovers)
  await handOverRelations(unit, set, handovers)
  return inputs.map(({ intoId }, index) => set.get(intoId, 'container.read', index))
})

/** What lies directly under the duplicate lies under the item that stays from now on. */
function takeOverSubItems(
  set: ItemSet,
  {
    from,
    intoId,
    subIds,
    index,
  }: { from: WorkItem; intoId: string; subIds: readonly string[]; index: number },
): void {
  const { access } = set.unit.principal
  const subItems = subIds.flatMap((id) => set.find(id) ?? []).filter(({ parentId }) => parentId === from.id)
  const foreign = subItems.filter(({ containerIds }) => !mayInContainers(access, 'item.write', containerIds))
  if (foreign.length > 0) refuse('work.sub_items_elsewhere', { key: from.key, count: foreign.length }, index)
  for (const item of subItems) {
    const context = { ...set.decideContext(), ...set.rulesFor(item.typeId, index), newAncestors: [intoId] }
    set.put(accepted(changeWorkItem(item, { patch: { parentId: intoId } }, context), index))
  }
}

/** The item that stays is related as its duplicate was, and named by it; what would close a circle is left out. */
async function handOverRelations(unit: Unit, set: ItemSet, handovers: readonly Handover[]): Promise<void> {
  const fromIds = handovers.map(({ fromId }) => fromId)
  const old = await findRelationsOf(unit.tx, unit.organisationId, fromIds)
  const taken = handovers.flatMap((handover) =>
    relationsToTake(old, handover, () => unit.newId<'Relation'>()),
  )
  const back = await findPathsBack(unit.tx, unit.organisationId, taken)
  const named = handovers.map(
    ({ fromId, intoId }): Relation => ({
      ...{ id: unit.newId<'Relation'>(), fromId, toId: intoId, kind: 'duplicates' },
      ...{ linkType: 'FS', lag: 0, lagUnit: 'workingMin' },
    }),
  )
  const wanted = [...taken.filter(({ id }) => !back.has(id)), ...named]
  const inserted = await insertRelations(unit, wanted)
  unit.record(
    wanted
      .filter(({ id }) => inserted.has(id))
      .map((relation) => {
        const containerId = set.find(relation.fromId)?.containerIds[0] ?? null
        return relationEvent(unit, 'work.related', { relation, containerId })
      }),
  )
}
