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
import { spreadSight } from '../spread-sight.ts'
import { deleteRelations, insertRelations } from '../store/relations.ts'
import { checkVersion } from './change-item.ts'

/** Merges items into others, where the person may write in both. */
export const mergeItem = command(operations['work.mergeItem'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const intoIds = inputs.map(({ intoId }) => intoId)
  const [below, ancestors] = await Promise.all([findOpenBelow(unit, ids), findAncestors(unit, intoIds)])
  const belowIds = [...new Set(below.values().flatMap((each) => each))]
  const set = await ItemSet.load(unit, [...ids, ...intoIds, ...belowIds])
  const events: Event[] = []
  inputs.forEach((input, index) => {
    const duplicate = set.get(input.id, 'item.write', index)
    checkVersion(duplicate, input, index)
    const into = set.get(input.intoId, 'item.write', index)
    const rules = set.rulesFor(into.typeId, index)
    const context = { ...set.decideContext(), ...rules, ancestors: ancestors.get(into.id) ?? [into.id] }
    const merged = accepted(mergeWorkItem(duplicate, into, context), index)
    set.put(merged.into)
    // Also what another one, merged into this one just before, has brought along.
    takeOverSubItems(set, { from: duplicate, intoId: into.id, belowIds, index })
    set.put(merged.duplicate)
    events.push(...merged.duplicate.events)
  })
  set.save()
  await spreadSight(set)
  const handovers = handoversOf(events)
  await handOverParts(unit, set, handovers)
  await handOverRelations(unit, set, handovers)
  return inputs.map(({ intoId }, index) => set.get(intoId, 'container.read', index))
})

/** What lies directly under the duplicate lies under the item that stays from now on. */
function takeOverSubItems(
  set: ItemSet,
  about: { from: WorkItem; intoId: string; belowIds: readonly string[]; index: number },
): void {
  const { from, intoId, belowIds, index } = about
  const { access } = set.unit.principal
  const subItems = belowIds.flatMap((id) => set.find(id) ?? []).filter(({ parentId }) => parentId === from.id)
  const foreign = subItems.filter(({ containerIds }) => !mayInContainers(access, 'item.write', containerIds))
  if (foreign.length > 0) refuse('work.sub_items_elsewhere', { key: from.key, count: foreign.length }, index)
  for (const item of subItems) {
    const above = set.find(intoId)?.seenBy ?? null
    const rules = set.rulesFor(item.typeId, index)
    const context = { ...set.decideContext(), ...rules, newAncestors: [intoId], above }
    set.put(accepted(changeWorkItem(item, { patch: { parentId: intoId } }, context), index))
  }
}

/** The item that stays is related as its duplicate was, and named by it; what would close a circle is left out. */
async function handOverRelations(unit: Unit, set: ItemSet, handovers: readonly Handover[]): Promise<void> {
  const fromIds = handovers.map(({ fromId }) => fromId)
  const old = await findRelationsOf(unit.tx, unit.organisationId, fromIds)
  const taken = relationsToTake(old, handovers, () => unit.newId<'Relation'>())
  const back = await findPathsBack(unit.tx, unit.organisationId, taken)
  const named = handovers.map(
    ({ fromId, intoId }): Relation => ({
      ...{ id: unit.newId<'Relation'>(), fromId, toId: intoId, kind: 'duplicates' },
      ...{ linkType: 'FS', lag: 0, lagUnit: 'workingMin' },
    }),
  )
  const wanted = [...taken.filter(({ id }) => !back.has(id)), ...named]
  const inserted = await insertRelations(unit, wanted)
  const closing = await leaveOutCircles(
    unit,
    taken.filter(({ id }) => inserted.has(id)),
  )
  unit.record(
    wanted
      .filter(({ id }) => inserted.has(id) && !closing.has(id))
      .map((relation) => {
        const containerId = set.find(relation.fromId)?.containerIds[0] ?? null
        return relationEvent(unit, 'work.related', { relation, containerId })
      }),
  )
}

/** Relations that several duplicates brought can close a circle that none of them closes alone: these go again. */
async function leaveOutCircles(unit: Unit, taken: readonly Relation[]): Promise<ReadonlySet<string>> {
  const ordering = taken.filter(({ kind }) => kind === 'precedes' || kind === 'blocks')
  if (ordering.length < 2) return new Set()
  const back = await findPathsBack(unit.tx, unit.organisationId, ordering)
  if (back.size > 0) await deleteRelations(unit, [...back.keys()])
  return new Set(back.keys())
}
