import type { Event } from '@millrace/core/kernel'
import type { Relation, WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { demandKeepable, demandOrder, NOTHING_NEW } from './demand-order.ts'
import { findProjectsOf } from './queries/find-projects.ts'
import { findHeldFinishes } from './queries/find-structures.ts'

/** Links and places in the outline by which a plan could no longer be put in order are refused at once. */
export const orderReactions: readonly Reaction[] = [
  { kinds: ['work.related'], react: keepLinked },
  { kinds: ['work.changed', 'work.created'], react: keepPlaced },
]

async function keepLinked(unit: Unit, events: readonly Event[]): Promise<void> {
  const relations = events
    .map(({ data }) => (data as { readonly relation: Relation }).relation) // What the feature of work records with this kind.
    .filter(({ kind }) => kind === 'precedes')
  if (relations.length === 0) return
  const linkIds = new Set(relations.map(({ id }) => id))
  const projectIds = await projectsOf(
    unit,
    relations.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  await demandOrder(unit, projectIds, { ...NOTHING_NEW, linkIds })
  await demandKeepable(unit, projectIds, { linkIds, itemIds: new Set() })
}

async function keepPlaced(unit: Unit, events: readonly Event[]): Promise<void> {
  const below = events.flatMap((event) => placedBelow(event as WorkEvent)) // The kinds are those of work.
  const moved = below.filter(({ isNew }) => !isNew)
  const held = await heldBy(unit, below)
  const concerned = [...moved, ...below.filter(({ isNew, parentId }) => isNew && held.has(parentId))]
  if (concerned.length === 0) return
  const itemIds = concerned.map(({ itemId }) => itemId)
  await demandOrder(unit, await projectsOf(unit, itemIds), {
    ...NOTHING_NEW,
    itemIds: new Set(concerned.filter(({ isNew }) => isNew).map(({ itemId }) => itemId)),
    parentBefore: new Map(moved.map(({ itemId, before }) => [itemId, before])),
  })
}

type Placed = {
  readonly itemId: string
  readonly parentId: string
  readonly before: string | null
  readonly isNew: boolean
}

/** What has come to lie below something. */
function placedBelow(event: WorkEvent): readonly Placed[] {
  const itemId = event.subject.id
  if (event.kind === 'work.created') {
    const { parentId } = event.data.item
    return parentId === null ? [] : [{ itemId, parentId, before: null, isNew: true }]
  }
  const change = event.kind === 'work.changed' ? event.data.changes.parentId : undefined
  return change?.to == null
    ? []
    : [{ itemId, parentId: change.to, before: change.from ?? null, isNew: false }]
}

/** A new item has no links yet: it only matters what lies above it. */
async function heldBy(unit: Unit, below: readonly Placed[]): Promise<ReadonlySet<string>> {
  const parents = new Set(below.filter(({ isNew }) => isNew).map(({ parentId }) => parentId))
  if (parents.size === 0) return parents
  return new Set(await findHeldFinishes(unit.tx, unit.organisationId, [...parents]))
}

async function projectsOf(unit: Unit, itemIds: readonly string[]): Promise<readonly string[]> {
  const of = { containerIds: [], itemIds, isPlanned: false }
  return await findProjectsOf(unit.tx, unit.organisationId, of)
}
