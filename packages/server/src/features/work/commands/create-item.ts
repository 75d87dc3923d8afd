import { operations } from '@millrace/contract'
import { createWorkItem } from '@millrace/core/work'
import { accepted, command, mayInContainers, refuse, type Unit } from '../../../platform/commands/index.ts'
import { ItemSet } from '../item-set.ts'
import { type Allocation, allocateNumbers } from '../store/containers.ts'

type Input = Parameters<Parameters<typeof command<(typeof operations)['work.createItem']>>[1]>[1][number]

/** Opens items, numbered in their home containers in the order given. */
export const createItem = command(operations['work.createItem'], async (unit, inputs) => {
  inputs.forEach((input, index) => {
    checkHome(unit, input.containerId, index)
  })
  const parents = inputs.flatMap((input) => input.parentId ?? [])
  const set = await ItemSet.load(unit, parents)
  const allocations = await allocate(unit, inputs)
  const items = inputs.map((input, index) => create(set, allocations, { input, index }))
  await set.save()
  return items.map((item) => set.find(item.id) ?? item)
})

function checkHome(unit: Unit, containerId: string, index: number): void {
  const { access } = unit.principal
  if (!mayInContainers(access, 'container.read', [containerId])) refuse('platform.not_found', { what: 'container' }, index)
  if (!mayInContainers(access, 'item.write', [containerId])) refuse('platform.not_allowed', { permission: 'item.write' }, index)
}

type Home = Allocation & { next: number }

async function allocate(unit: Unit, inputs: readonly Input[]): Promise<Map<string, Home>> {
  const counts = new Map<string, number>()
  for (const input of inputs) counts.set(input.containerId, (counts.get(input.containerId) ?? 0) + 1)
  const rows = await allocateNumbers(unit, [...counts].map(([id, count]) => ({ id, count })))
  return new Map(rows.map((row) => [row.id, { ...row, next: row.first_number }]))
}

function create(set: ItemSet, homes: ReadonlyMap<string, Home>, one: { input: Input; index: number }) {
  const { input, index } = one
  const { typeId, ...given } = input
  const home = homes.get(input.containerId)
  if (!home) return refuse('platform.not_found', { what: 'container' }, index)
  if (home.archived_at !== null) refuse('work.container_archived', { name: home.name }, index)
  if (input.parentId && !set.find(input.parentId)) refuse('work.parent_unknown', {}, index)
  const context = {
    ...set.decideContext(),
    ...set.rulesFor(typeId ?? home.default_type_id, index),
    key: `${home.key}-${home.next++}`,
    defaultArea: home.default_area,
    order: index,
  }
  return set.put(accepted(createWorkItem(given, context), index))
}
