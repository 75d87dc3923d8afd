import type { ItemType, Priority } from '@millrace/core/work'
import type { TrackerItem } from '@millrace/formats/tracker'
import type { OpenItem } from '../../work/index.ts'
import { checkDraft } from '../check-draft.ts'
import type { ItemDraft } from '../item-draft.ts'
import { NEW_LABELS_MAX } from '../match-labels.ts'
import { matchPriority } from '../match-priority.ts'
import { itemDays } from './item-days.ts'
import { itemFields } from './item-fields.ts'
import { itemPast } from './item-past.ts'
import { itemState } from './item-state.ts'
import { itemText } from './item-text.ts'
import { personIdOf, type TrackerTools, tellItem } from './tracker-source.ts'

/** Where an item belongs. */
export type ItemPlace = {
  readonly itemId: string
  readonly parent: { readonly itemId: string; readonly title: string } | null
}

const TITLE_MAX = 500
/** As many as an item can carry. */
const LABELS_MAX = 50
const EFFORT_MAX_MIN = 100 * 250 * 480

/** An item of the tracker as one of ours; null when there can be none, which is told. */
export function draftItem(from: TrackerItem, place: ItemPlace, tools: TrackerTools): ItemDraft | null {
  const title = from.title.replace(/\s+/g, ' ').trim()
  if (title === '') {
    tellItem(tools, from, { code: 'import.title_missing', severity: 'error' })
    return null
  }
  const type = itemType(from, tools)
  const { state, listName } = itemState(from, type, tools)
  const labels = labelsOf(from, listName, tools)
  const { own, left } = itemFields(from, tools)
  const responsibleId = personIdOf(from.personRefs[0], from, tools)
  const requesterId = personIdOf(from.reporterRef, from, tools)
  const item: OpenItem = {
    id: place.itemId,
    number: tools.numbers.get(from.ref),
    containerId: tools.containerId,
    typeId: type.id,
    stateId: state.id,
    title: cutTitle(from, title, tools),
    description: itemText(from, left, tools),
    parentId: place.parent?.itemId ?? null,
    priority: priorityOf(from, tools),
    responsibleId,
    ...(requesterId === null ? {} : { requesterId }),
    ...itemDays(from, tools),
    effortMin: effortOf(from, tools),
    isMilestone: from.isMilestone,
    labelIds: labels.map(({ id }) => id),
    fields: own,
    past: itemPast(from, type, tools),
  }
  const refusal = checkDraft(item, type, tools)
  if (refusal) {
    tellItem(tools, from, { code: refusal.code, params: refusal.params, severity: 'error' })
    return null
  }
  const shown = {
    parent: place.parent?.title ?? null,
    state: state.name,
    responsible: tools.persons.get(from.personRefs[0] ?? '')?.name ?? null,
    labels: labels.map(({ name }) => name),
  }
  return { line: from.line, item, isDone: state.group === 'done', shown }
}

function cutTitle(from: TrackerItem, title: string, tools: TrackerTools): string {
  if (title.length > TITLE_MAX)
    tellItem(tools, from, { code: 'import.title_cut', params: { max: TITLE_MAX } })
  return title.slice(0, TITLE_MAX)
}

/** The type an item comes as: the one of the mapping, else of the same name, else the usual one. */
export function itemType(from: TrackerItem, tools: TrackerTools): ItemType {
  const { usualType, surroundings, mapping } = tools
  if (from.type === null || mapping.typeId !== null) return usualType
  const wanted = from.type.toLowerCase()
  const named = surroundings.types.find(({ name }) => name.toLowerCase() === wanted)
  if (!named) {
    const params = { value: from.type.slice(0, 60), type: usualType.name }
    tellItem(tools, from, { code: 'import.type_unknown', params })
  }
  return named ?? usualType
}

function priorityOf(from: TrackerItem, tools: TrackerTools): Priority {
  const priority = from.priority === null ? 0 : matchPriority(from.priority)
  if (priority === null)
    tellItem(tools, from, {
      code: 'import.priority_unknown',
      params: { value: from.priority?.slice(0, 60) },
    })
  return priority ?? 0
}

function effortOf(from: TrackerItem, tools: TrackerTools): number | null {
  const { effortMin } = from
  if (effortMin === null || (effortMin >= 0 && effortMin <= EFFORT_MAX_MIN))
    return effortMin === null ? null : Math.round(effortMin)
  tellItem(tools, from, { code: 'import.effort_wrong', params: { value: effortMin } })
  return null
}

/** Names of labels as they will be asked for: those of the item, and of a list that is no state here. */
export function labelNames(from: TrackerItem, listName: string | null): readonly string[] {
  const names = [...(listName === null ? [] : [listName]), ...from.labels]
  return [...new Set(names.map((name) => name.replace(/\s+/g, ' ').trim()))].filter(Boolean)
}

function labelsOf(
  from: TrackerItem,
  listName: string | null,
  tools: TrackerTools,
): readonly { readonly id: string; readonly name: string }[] {
  const found = new Map<string, string>()
  for (const name of labelNames(from, listName)) {
    const { id, isCut } = tools.labels.find(name)
    const params = { label: name.slice(0, 80), max: id === null ? NEW_LABELS_MAX : 60 }
    if (id === null) tellItem(tools, from, { code: 'import.labels_too_many', params })
    else found.set(id, name)
    if (isCut) tellItem(tools, from, { code: 'import.label_cut', params })
  }
  return [...found].slice(0, LABELS_MAX).map(([id, name]) => ({ id, name }))
}
