import type { Event } from '@millrace/core/kernel'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { demandKeepable, demandOrder } from './demand-order.ts'
import { type Moved, type OrderChange, orderChangeOf } from './order-change.ts'
import { findLeadingOut } from './queries/find-leading-out.ts'
import { findOrderPlaces, findTurnable, type OrderPlace } from './queries/find-order-places.ts'
import { findProjectsOf } from './queries/find-projects.ts'
import { findHeldFinishes } from './queries/find-structures.ts'
import { keepOutsideLinks } from './store/outside-links.ts'

/**
 * Whatever happens by which a plan could no longer be put in order is refused at once: new links, and items that
 * come to lie elsewhere in the outline, in another project, or back from the archive.
 */
export const orderReactions: readonly Reaction[] = [
  {
    kinds: ['work.related', 'work.created', 'work.changed', 'work.placed', 'work.restored', 'work.archived'],
    react: keepOrder,
  },
]

async function keepOrder(unit: Unit, events: readonly Event[]): Promise<void> {
  const change = orderChangeOf(events)
  const changedLinks = { linkIds: change.links.map(({ id }) => id), itemIds: change.placedIds }
  if (changedLinks.linkIds.length + changedLinks.itemIds.length > 0) {
    await keepOutsideLinks(unit, await findLeadingOut(unit.tx, unit.organisationId, changedLinks))
  }
  // What comes from files is told when it is calculated.
  if (unit.origin.kind === 'import') return
  const cameIds = [...change.placedIds, ...change.restoredIds]
  const places = await placesOf(unit, [...cameIds, ...change.archivedIds])
  const came = cameIds.flatMap((id) => places.get(id) ?? []).filter(isTied)
  const turned = await turnedBy(unit, change, places)
  const linkIds = new Set(change.links.map(({ id }) => id))
  const concernedIds = [
    ...change.links.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...change.moved.filter(({ parentId }) => parentId !== null).map(({ itemId }) => itemId),
    ...(await belowHeld(unit, change.created)),
    ...came.map(({ itemId }) => itemId),
    ...turned,
  ]
  if (concernedIds.length === 0) return
  const projectIds = await projectsOf(unit, concernedIds)
  await demandOrder(unit, projectIds, {
    ...{ linkIds, turned },
    itemIds: new Set([...change.created.map(({ itemId }) => itemId), ...cameIds]),
    parentBefore: new Map(change.moved.map(({ itemId, before }) => [itemId, before])),
  })
  const between = came.flatMap((place) => place.linkIds)
  if (linkIds.size + between.length === 0) return
  const demands = {
    itemIds: new Set(came.map(({ itemId }) => itemId)),
    linkIds: new Set([...linkIds, ...between]),
  }
  await demandKeepable(unit, projectIds, demands)
}

/** Where what came or went lies; most changes are of neither kind, and cost no question. */
async function placesOf(unit: Unit, itemIds: readonly string[]): Promise<ReadonlyMap<string, OrderPlace>> {
  if (itemIds.length === 0) return new Map()
  const places = await findOrderPlaces(unit.tx, unit.organisationId, itemIds)
  return new Map(places.map((place) => [place.itemId, place]))
}

/** What nothing waits for, and what has nothing between what lies above and below it, closes no circle. */
function isTied({ linkIds, parentId, hasParts, isHeldAbove }: OrderPlace): boolean {
  return linkIds.length > 0 || (parentId !== null && (hasParts || isHeldAbove))
}

/** A hammock with something below it is a summary, and one again when nothing is left there. */
async function turnedBy(
  unit: Unit,
  { created, moved, restoredIds, archivedIds }: OrderChange,
  places: ReadonlyMap<string, OrderPlace>,
): Promise<ReadonlySet<string>> {
  const more = new Map<string, number>()
  const add = (id: string | null | undefined, count: number) => {
    if (id != null) more.set(id, (more.get(id) ?? 0) + count)
  }
  for (const { parentId, before } of [...created, ...moved]) {
    add(parentId, 1)
    add(before, -1)
  }
  for (const id of restoredIds) add(places.get(id)?.parentId, 1)
  for (const id of archivedIds) add(places.get(id)?.parentId, -1)
  if (more.size === 0) return new Set()
  const turnable = await findTurnable(unit.tx, unit.organisationId, [...more.keys()])
  const turned = turnable.filter(({ itemId, partCount }) => {
    return partCount > 0 !== partCount - (more.get(itemId) ?? 0) > 0
  })
  return new Set(turned.map(({ itemId }) => itemId))
}

/** New items below something whose finish a link holds; without that, what has no links yet closes no circle. */
async function belowHeld(unit: Unit, created: readonly Moved[]): Promise<readonly string[]> {
  const parentIds = new Set(created.flatMap(({ parentId }) => parentId ?? []))
  if (parentIds.size === 0) return []
  const held = new Set(await findHeldFinishes(unit.tx, unit.organisationId, [...parentIds]))
  return created.filter(({ parentId }) => held.has(parentId ?? '')).map(({ itemId }) => itemId)
}

async function projectsOf(unit: Unit, itemIds: readonly string[]): Promise<readonly string[]> {
  const of = { containerIds: [], itemIds, isPlanned: false }
  return await findProjectsOf(unit.tx, unit.organisationId, of)
}
