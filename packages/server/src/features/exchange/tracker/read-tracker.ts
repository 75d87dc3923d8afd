import type { OpenComment } from '../../discussion/index.ts'
import type { OpenChecklist } from '../../work/index.ts'
import {
  emptyPart,
  type ImportPart,
  type ItemDraft,
  PART_SIZE,
  piecesOf,
  type Reading,
} from '../item-draft.ts'
import { createLabelMatcher } from '../match-labels.ts'
import { stableId } from '../stable-id.ts'
import { usualTypeOf } from '../usual-type.ts'
import { filesOf, type MadeItem } from './draft-files.ts'
import { draftItem, itemType, labelNames } from './draft-item.ts'
import { draftLinks } from './draft-links.ts'
import { draftChecklists, draftComments } from './draft-talk.ts'
import { type OrderedItem, orderItems } from './item-order.ts'
import { itemState } from './item-state.ts'
import { keptNumbers } from './keep-numbers.ts'
import { personIdOf, type TrackerSource, type TrackerTools } from './tracker-source.ts'

/** The file of a tracker as items with all that was written on them. */
export function readTracker(source: TrackerSource): Reading {
  const { run, mapping, surroundings, board, people } = source
  const labels = createLabelMatcher(surroundings.labels, (name) => stableId(run, 'label', name))
  const tools = {
    ...source,
    usualType: usualTypeOf(mapping, surroundings),
    labels,
    numbers: keptNumbers(source),
    states: new Map(board.states.map((state) => [state.ref, state])),
    persons: new Map(board.people.map((person) => [person.ref, person])),
  }
  meetAll({ ...tools, labelIds: new Set(), tell: () => {} })
  const fresh = labels.fresh()
  const labelIds = new Set([...surroundings.labels, ...fresh].map(({ id }) => id))
  const ordered = orderItems(source)
  return {
    preparation: {
      labels: fresh,
      labelsFound: labels.found(),
      placeholders: people.placeholders(),
      calendars: [],
      resources: [],
      ...(tools.numbers.size > 0 ? { lastNumber: highest(tools.numbers) } : {}),
    },
    parts: () => partsOf(ordered, { ...tools, labelIds }),
    contentOf: source.contentOf,
  }
}

function highest(numbers: ReadonlyMap<string, number>): number {
  return numbers.values().reduce((most, number) => Math.max(most, number), 0)
}

/** Whoever and whatever is met here is known before the first item is made. */
function meetAll(tools: TrackerTools): void {
  for (const item of tools.board.items) {
    const refs = [
      item.personRefs[0],
      item.reporterRef,
      ...item.comments.map(({ authorRef }) => authorRef),
      ...item.checklists.flatMap(({ lines }) => lines.map(({ personRef }) => personRef)),
    ]
    for (const ref of new Set(refs)) personIdOf(ref, item, tools)
    const { listName } = itemState(item, itemType(item, tools), tools)
    for (const name of labelNames(item, listName)) tools.labels.find(name)
  }
}

type Made = Map<string, MadeItem & { readonly title: string }>

async function* partsOf(ordered: readonly OrderedItem[], tools: TrackerTools): AsyncGenerator<ImportPart> {
  const made: Made = new Map()
  let batch: ItemDraft[] = []
  for (const each of ordered) {
    const draft = draftOf(each, made, tools)
    if (!draft) continue
    made.set(each.item.ref, { itemId: draft.item.id, item: each.item, title: draft.item.title })
    batch.push(draft)
    if (batch.length < PART_SIZE) continue
    yield { ...emptyPart, items: batch }
    batch = []
  }
  if (batch.length > 0) yield { ...emptyPart, items: batch }
  for (const relations of piecesOf(draftLinks(made, tools))) yield { ...emptyPart, relations }
  yield* talkOf(made, tools)
  for await (const files of filesOf(made, tools)) yield { ...emptyPart, files }
  const archivedIds = [...made.values()].flatMap(({ item, itemId }) => (item.isArchived ? [itemId] : []))
  for (const ids of piecesOf(archivedIds)) yield { ...emptyPart, archivedIds: ids }
}

function draftOf({ item, parent }: OrderedItem, made: Made, tools: TrackerTools): ItemDraft | null {
  const itemId = stableId(tools.run, 'item', item.ref)
  // A parent that is left out leaves its sub-items on the first level.
  const above = parent ? (made.get(parent.ref) ?? null) : null
  return draftItem(item, { itemId, parent: above }, tools)
}

/** Checklists and comments, collected to parts of the usual size over all items. */
async function* talkOf(made: Made, tools: TrackerTools): AsyncGenerator<ImportPart> {
  let checklists: OpenChecklist[] = []
  let comments: OpenComment[] = []
  let size = 0
  for (const { item, itemId } of made.values()) {
    const lists = draftChecklists(item, itemId, tools)
    const said = draftComments(item, itemId, tools)
    checklists.push(...lists)
    comments.push(...said)
    size += said.length + lists.reduce((sum, { lines }) => sum + 1 + lines.length, 0)
    if (size < PART_SIZE) continue
    yield { ...emptyPart, checklists, comments }
    checklists = []
    comments = []
    size = 0
  }
  if (size > 0) yield { ...emptyPart, checklists, comments }
}
