import {
  checkParent,
  createWorkItem,
  type Making,
  type NewWorkItem,
  type WorkItem,
  withDefaults,
} from '@millrace/core/work'
import { accepted, refuse, type Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { ItemSet } from './item-set.ts'
import { getClock } from './queries/find-recurrences.ts'
import { type Allocation, allocateNumbers } from './store/containers.ts'

/** An item to be opened; without a type it gets the usual one of its home. */
export type OpenItem = NewWorkItem & {
  readonly typeId?: string | undefined
  /** The number in its key, of those that the caller has reserved in the home container. */
  readonly number?: number | undefined
}

type Home = Allocation & { next: number }

/**
 * Opens work items, numbered in their home containers in the order given. Whether the person may do
 * so is the caller's question: engines open items that nobody in particular asked for.
 *
 * @param how whether the defaults of its type fill in what nobody said about an item
 * @throws Refused with the index of the item that cannot be
 */
export async function openItems(
  unit: Unit,
  inputs: readonly OpenItem[],
  how: 'as said' | 'with defaults' = 'as said',
): Promise<readonly WorkItem[]> {
  if (inputs.length === 0) return []
  const parentIds = inputs.flatMap((input) => input.parentId ?? [])
  const [set, homes] = await Promise.all([ItemSet.load(unit, parentIds), allocate(unit, inputs)])
  const making = how === 'with defaults' ? await makingOf(set) : null
  const items = inputs.map((input, index) => open(set, homes, { input, index, making }))
  set.save()
  return items.map((item) => set.find(item.id) ?? item)
}

async function allocate(unit: Unit, inputs: readonly OpenItem[]): Promise<Map<string, Home>> {
  const counts = new Map<string, number>()
  for (const { containerId, number } of inputs)
    counts.set(containerId, (counts.get(containerId) ?? 0) + (number === undefined ? 1 : 0))
  const rows = await allocateNumbers(
    unit,
    [...counts].map(([id, count]) => ({ id, count })),
  )
  return new Map(rows.map((row) => [row.id, { ...row, next: row.first_number }]))
}

function open(
  set: ItemSet,
  homes: ReadonlyMap<string, Home>,
  one: { input: OpenItem; index: number; making: Making | null },
): WorkItem {
  const { input, index, making } = one
  const { typeId, number, ...given } = input
  const home = homes.get(input.containerId)
  if (!home) return refuse('platform.not_found', { what: 'container' }, index)
  if (home.archived_at !== null) refuse('work.container_archived', { name: home.name }, index)
  // Named as a parent by another input, an item that is there already is loaded: it must not be written over.
  if (set.find(input.id)) refuse('platform.exists', { what: 'item' }, index)
  if (input.parentId) {
    const parent = set.find(input.parentId) ?? refuse('work.parent_unknown', {}, index)
    accepted(checkParent(parent), index)
  }
  const rules = set.rulesFor(typeId ?? home.default_type_id, index)
  const context = {
    ...set.decideContext(),
    ...rules,
    key: `${home.key}-${number ?? home.next++}`,
    defaultArea: home.default_area,
    order: index,
    above: seenAbove(set, input),
  }
  const wished = making ? withDefaults(given, rules.type.defaults ?? {}, { ...rules, ...making }) : given
  return set.put(accepted(createWorkItem(wished, context), index))
}

function seenAbove(set: ItemSet, { parentId }: OpenItem): WorkItem['seenBy'] {
  return set.find(parentId ?? '')?.seenBy ?? null
}

/** Who makes the items and when; the day is asked for only where a type counts days from it. */
async function makingOf({ unit, catalogue }: ItemSet): Promise<Making> {
  const counts = [...catalogue.types.values()].some(({ defaults }) => defaults?.dueInDays !== undefined)
  const timeZone = counts ? (await getClock(unit.tx, unit.organisationId)).timeZone : 'UTC'
  return { makerId: unit.principal.personId, today: dayOf(unit.now, timeZone) }
}
