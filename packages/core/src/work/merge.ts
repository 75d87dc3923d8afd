import { type Event, err, type Id, ok, type Result } from '../kernel/index.ts'
import { changeWorkItem } from './change.ts'
import type { ItemRules } from './check-item.ts'
import { letsMoreIn } from './confidential.ts'
import { isComputed } from './custom-field.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import type { WorkEvent, WorkItemPatch } from './work-event.ts'
import type { Relation, WorkItem } from './work-item.ts'

/** What a merge needs to know besides the two items. */
export type MergeContext = DecideContext &
  ItemRules & {
    /** Ids from the item that stays up to its root, the item itself included. */
    readonly ancestors: readonly Id<'WorkItem'>[]
  }

/** What becomes of both. */
export type Merged = { readonly duplicate: Decision; readonly into: Decision }

/** Fields that the item that stays takes from its duplicate where it has nothing itself. */
const FILLED = [
  'description',
  'responsibleId',
  'accountableId',
  'requesterId',
  'teamId',
  'costOfDelayMinor',
  'role',
  'practice',
  'resources',
  'artifact',
] as const

/**
 * Merges an item into another that is about the same work. The one that stays gets what it lacks of the
 * duplicate's fields, all its labels and the higher priority; the duplicate is archived and names it.
 * What hangs on the duplicate follows in the rooms it belongs to.
 *
 * @param context rules of the type of the item that stays
 * @returns refused with `work.merge_itself`, `work.archived`, `work.merge_into_part`,
 *   `work.merge_confidential`, or a code of `checkItem`
 */
export function mergeWorkItem(duplicate: WorkItem, into: WorkItem, context: MergeContext): Result<Merged> {
  if (duplicate.id === into.id) return err({ code: 'work.merge_itself', params: { key: into.key } })
  const archived = [duplicate, into].find((item) => item.archivedAt !== null)
  if (archived) return err({ code: 'work.archived', params: { key: archived.key } })
  if (context.ancestors.includes(duplicate.id)) {
    return err({ code: 'work.merge_into_part', params: { key: duplicate.key, into: into.key } })
  }
  if (letsMoreIn(into.seenBy, duplicate.seenBy)) {
    return err({ code: 'work.merge_confidential', params: { key: duplicate.key, into: into.key } })
  }
  const patch = whatIsLacking(duplicate, into, context)
  const filled = changeWorkItem(into, { patch }, { ...context, newAncestors: [], above: null })
  if (!filled.ok) return filled
  const took = { kind: 'work.took_in', data: { itemId: duplicate.id, key: duplicate.key } } as const
  const told = decided(filled.value.item, [took], context)
  const merged = { kind: 'work.merged', data: { intoId: into.id, intoKey: into.key } } as const
  return ok({
    duplicate: decided(duplicate, [merged, { kind: 'work.archived', data: {} }], context),
    into: { item: told.item, events: [...filled.value.events, ...told.events] },
  })
}

function whatIsLacking(duplicate: WorkItem, into: WorkItem, { fieldsById }: ItemRules): WorkItemPatch {
  const isEmpty = (field: (typeof FILLED)[number]) => into[field] === null || into[field] === ''
  const plain = Object.fromEntries(FILLED.filter(isEmpty).map((field) => [field, duplicate[field]]))
  const hasDays = into.startsOn !== null || into.dueOn !== null
  const hasEffort = into.effortMin !== null || into.effortLowMin !== null || into.effortHighMin !== null
  const { startsOn, dueOn, effortMin, effortLowMin, effortHighMin } = duplicate
  const own = Object.entries(duplicate.fields).filter(([id]) => {
    const field = fieldsById.get(id)
    return field !== undefined && !isComputed(field) && !(id in into.fields)
  })
  return {
    ...plain,
    // Days, and effort with its range, belong together: half of each would say what nobody meant.
    ...(hasDays ? {} : { startsOn, dueOn }),
    ...(hasEffort ? {} : { effortMin, effortLowMin, effortHighMin }),
    ...(duplicate.priority > into.priority ? { priority: duplicate.priority } : {}),
    labelIds: [...new Set([...into.labelIds, ...duplicate.labelIds])],
    fields: Object.fromEntries(own),
  }
}

/** Where what hangs on an item goes. */
export type Handover = { readonly fromId: Id<'WorkItem'>; readonly intoId: Id<'WorkItem'> }

/** Where everything goes when items are merged in one act, one of them perhaps into one that is merged itself. */
export function handoversOf(events: readonly Event[]): readonly Handover[] {
  const isMerge = (event: Event): event is Extract<WorkEvent, { kind: 'work.merged' }> =>
    event.kind === 'work.merged'
  const next = new Map(events.filter(isMerge).map(({ subject, data }) => [subject.id, data.intoId]))
  return [...next.keys()].map((fromId) => {
    let intoId = fromId
    // What was merged is archived, and nothing is merged into that: the way has an end.
    for (let id = next.get(fromId); id !== undefined; id = next.get(id)) intoId = id
    return { fromId, intoId }
  })
}

/**
 * The relations of duplicates as relations of the items that stay, without those that would be of one to itself.
 *
 * @param newId gives a fresh id with each call
 */
export function relationsToTake(
  relations: readonly Relation[],
  handovers: readonly Handover[],
  newId: () => Id<'Relation'>,
): readonly Relation[] {
  const goneTo = new Map(handovers.map(({ fromId, intoId }) => [fromId, intoId]))
  const place = (id: Id<'WorkItem'>) => goneTo.get(id) ?? id
  return relations
    .filter(({ fromId, toId }) => goneTo.has(fromId) || goneTo.has(toId))
    .map((relation) => ({
      ...relation,
      id: newId(),
      fromId: place(relation.fromId),
      toId: place(relation.toId),
    }))
    .filter(({ fromId, toId }) => fromId !== toId)
}
