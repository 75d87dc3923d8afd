import { dayNumber } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { STATE_GROUPS, type StateGroup } from '@millrace/core/work'
import { texts } from '../texts.ts'
import { customGroupKey, customGroups } from './custom-groups.ts'
import { customFieldOf, type GroupField, isPlannedGroup } from './group-field.ts'
import type { Lookup } from './lookup.ts'
import { mergeStates } from './merged-states.ts'
import { plannedGroupKey, plannedGroups } from './planned-groups.ts'

/** Items that share a value. `key` is the value as text; the empty key stands for "none". */
export type WorkGroup = {
  readonly key: string
  readonly label: string
  readonly stateGroup: StateGroup | null
  readonly wipLimit: number | null
  readonly items: readonly WorkItem[]
}

/** `usualTypeId` is the type that new items get here: its states are columns before any item is in them. */
export type GroupContext = {
  readonly lookup: Lookup
  readonly showEmpty: boolean
  readonly usualTypeId?: string | undefined
}

type Slot = Omit<WorkGroup, 'items'>

/** Days relative to today, as people sort their desks. */
export const DUE_BUCKETS = ['overdue', 'today', 'week', 'later', ''] as const

/**
 * Gathers items by a field, groups in their natural order, items in the order given. An item with
 * several labels stands in each of their groups.
 *
 * @param showEmpty also the groups that nothing is in, as a board needs them to drop onto
 */
export function groupItems(
  items: readonly WorkItem[],
  field: GroupField,
  context: GroupContext,
): WorkGroup[] {
  const slots = slotsOf(field, items, context)
  const byKey = new Map<string, WorkItem[]>(slots.map((slot) => [slot.key, []]))
  const keysOf = groupReader(field, context.lookup)
  for (const item of items) {
    for (const key of keysOf(item)) byKey.get(key)?.push(item)
  }
  return slots
    .map((slot) => ({ ...slot, items: byKey.get(slot.key) ?? [] }))
    .filter((group) => group.items.length > 0 || (context.showEmpty && isAlwaysShown(group, field)))
}

/** The groups an item stands in. */
export function groupKeys(item: WorkItem, field: GroupField, lookup: Lookup): readonly string[] {
  return groupReader(field, lookup)(item)
}

/** Reads the groups of many items by one field. */
export function groupReader(field: GroupField, lookup: Lookup): (item: WorkItem) => readonly string[] {
  if (isPlannedGroup(field)) return (item) => [plannedGroupKey(item, field, lookup)]
  const custom = customFieldOf(field, lookup.fields)
  return custom
    ? (item) => [customGroupKey(item, custom, lookup)]
    : (item) => standardKeys(item, field, lookup)
}

function standardKeys(item: WorkItem, field: GroupField, lookup: Lookup): readonly string[] {
  switch (field) {
    case 'none':
      return ['']
    case 'state':
      return [item.stateId]
    case 'group':
      return [item.stateGroup]
    case 'responsible':
      return [item.responsibleId ?? '']
    case 'team':
      return [item.teamId ?? '']
    case 'priority':
      return [String(item.priority)]
    case 'label':
      return item.labelIds.length > 0 ? item.labelIds : ['']
    case 'type':
      return [item.typeId]
    case 'area':
      return [item.area]
    case 'due':
      return [dueBucket(item, lookup.today)]
    case 'parent':
      return [item.parentId ?? '']
    case 'container':
      return [item.containerIds[0] ?? '']
    default:
      return ['']
  }
}

/** Which part of the desk a due day belongs to. */
export function dueBucket(item: Pick<WorkItem, 'dueOn'>, today: string): (typeof DUE_BUCKETS)[number] {
  const [due, now] = [item.dueOn === null ? undefined : dayNumber(item.dueOn), dayNumber(today)]
  if (due === undefined || now === undefined) return ''
  if (due < now) return 'overdue'
  if (due === now) return 'today'
  return due - now < 7 ? 'week' : 'later'
}

function isAlwaysShown(group: WorkGroup, field: GroupField): boolean {
  return group.key !== '' || field === 'responsible' || field === 'label' || field.startsWith('field.')
}

function slotsOf(field: GroupField, items: readonly WorkItem[], context: GroupContext): Slot[] {
  if (isPlannedGroup(field))
    return plannedGroups(field, items, context.lookup).map(({ key, label }) => plain(key, label))
  switch (field) {
    case 'none':
      return [plain('', texts.group.all)]
    case 'state':
      return mergeStates(items, context)
    case 'group':
      return STATE_GROUPS.map((group) => ({ ...plain(group, texts.stateGroup[group]), stateGroup: group }))
    case 'priority':
      return [4, 3, 2, 1, 0].map((value) => plain(String(value), texts.priority[value] ?? ''))
    case 'due':
      return DUE_BUCKETS.map((bucket) => plain(bucket, texts.dueBucket[bucket]))
    case 'area':
      return present(
        items,
        (item) => item.area,
        (area) => texts.area[area] ?? area,
      )
    case 'parent':
      return parentSlots(items)
    default:
      return namedSlots(field, items, context.lookup)
  }
}

function customSlots(field: GroupField, items: readonly WorkItem[], lookup: Lookup): Slot[] {
  const custom = customFieldOf(field, lookup.fields)
  // A view may be kept longer than the field it gathers by.
  if (!custom) return [plain('', texts.group.all)]
  return customGroups(custom, items, lookup).map(({ key, label }) => plain(key, label))
}

function namedSlots(field: GroupField, items: readonly WorkItem[], lookup: Lookup): Slot[] {
  const named = (pick: (item: WorkItem) => string | null, names: ReadonlyMap<string, { name: string }>) =>
    present(items, pick, (id) => names.get(id)?.name ?? texts.group.unknown)
  switch (field) {
    case 'responsible':
      return [...named((item) => item.responsibleId, lookup.people), plain('', texts.group.nobody)]
    case 'team':
      return [...named((item) => item.teamId, lookup.teams), plain('', texts.group.noTeam)]
    case 'type':
      return named((item) => item.typeId, lookup.types)
    case 'container':
      return named((item) => item.containerIds[0] ?? null, lookup.containers)
    case 'label':
      return [
        ...[...lookup.labels.values()]
          .filter((label) => label.archivedAt === null)
          .map((label) => plain(label.id, label.name))
          .toSorted((a, b) => compareLabels(a.label, b.label)),
        plain('', texts.group.noLabel),
      ]
    default:
      return customSlots(field, items, lookup)
  }
}

function parentSlots(items: readonly WorkItem[]): Slot[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const slots = present(
    items,
    (item) => item.parentId,
    (id) => byId.get(id)?.title ?? texts.group.otherParent,
  )
  return [...slots, plain('', texts.group.noParent)]
}

/** One slot for each value that occurs, ordered by name. */
function present(
  items: readonly WorkItem[],
  pick: (item: WorkItem) => string | null,
  name: (value: string) => string,
): Slot[] {
  const values = new Set<string>()
  for (const item of items) {
    const value = pick(item)
    if (value !== null) values.add(value)
  }
  return [...values]
    .map((value) => plain(value, name(value)))
    .toSorted((a, b) => compareLabels(a.label, b.label))
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compareLabels(a: string, b: string): number {
  return COLLATOR.compare(a, b)
}

function plain(key: string, label: string): Slot {
  return { key, label, stateGroup: null, wipLimit: null }
}
