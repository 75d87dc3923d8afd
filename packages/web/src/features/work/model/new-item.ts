import type { QuickAdd, WorkItem } from '@millrace/core/work'
import { type Call, type Container, callOf } from '../../../platform/store/index.ts'
import type { GroupField } from './group-field.ts'
import type { Lookup } from './lookup.ts'
import { mergeWorkflows } from './merged-states.ts'
import { groupPatch, joinPatches, ownState } from './moves.ts'
import { ruleInput } from './rule-input.ts'

/** Where a new item is written: a container, and the group at whose end. */
export type NewItemPlace = {
  readonly container: Pick<Container, 'id' | 'defaultTypeId'>
  readonly field: GroupField
  readonly groupKey: string
  /** The row across the columns of a board, where there are rows. */
  readonly lane?: { readonly field: GroupField; readonly key: string } | undefined
}

/** What a line says about a new item, besides its title and where it belongs. */
export function propertiesOf({ responsibleId, labelIds, priority, dueOn, effortMin }: QuickAdd) {
  return {
    ...(responsibleId === null ? {} : { responsibleId }),
    ...(labelIds.length === 0 ? {} : { labelIds: [...labelIds] }),
    ...(priority === null ? {} : { priority }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(effortMin === null ? {} : { effortMin }),
  }
}

/** The commands that open an item as a line says, so that it stands in the group it was written in. */
export function createInGroup(
  id: string,
  line: QuickAdd,
  at: NewItemPlace & { readonly lookup: Lookup },
): readonly Call[] {
  return [openInGroup(id, line, at), ...repeatCalls(id, line)]
}

/** What a line says about repeating, as a command that follows the one that opens the item. */
export function repeatCalls(id: string, { repeats }: Pick<QuickAdd, 'repeats'>): readonly Call[] {
  return repeats === null ? [] : [callOf('work.repeatItem', { id, rule: ruleInput(repeats) })]
}

function openInGroup(id: string, line: QuickAdd, at: NewItemPlace & { readonly lookup: Lookup }): Call {
  const elsewhere = line.containerId === null ? undefined : at.lookup.containers.get(line.containerId)
  if (elsewhere && elsewhere.id !== at.container.id) {
    return callOf('work.createItem', {
      ...propertiesOf(line),
      id,
      containerId: elsewhere.id,
      title: line.title,
    })
  }
  const { container, field, groupKey, lookup } = at
  const typeId = typeFor(at)
  const stateId = stateFor(typeId, at)
  const patch = groupPatch({ labelIds: [] }, { field, from: '', to: groupKey }, lookup)
  const lanePatch =
    at.lane && groupPatch({ labelIds: [] }, { field: at.lane.field, from: '', to: at.lane.key }, lookup)
  return callOf('work.createItem', {
    ...joinPatches(patch ?? {}, lanePatch ?? {}),
    ...propertiesOf(line),
    id,
    containerId: container.id,
    title: line.title,
    typeId,
    ...(stateId === null ? {} : { stateId }),
  })
}

type Placed = NewItemPlace & { readonly lookup: Lookup }

/** The column and the row it is written in, whichever of them speaks of a field. */
function keyBy(field: GroupField, at: Placed): string | null {
  if (at.field === field) return at.groupKey
  return at.lane?.field === field ? at.lane.key : null
}

function typeFor(at: Placed): string {
  const typeId = keyBy('type', at)
  return typeId !== null && at.lookup.types.has(typeId) ? typeId : at.container.defaultTypeId
}

function stateFor(typeId: string, at: Placed): string | null {
  const item: Pick<WorkItem, 'typeId'> = { typeId }
  const [stateId, group] = [keyBy('state', at), keyBy('group', at)]
  if (stateId !== null) return ownState(item, stateId, at.lookup)
  if (group === null) return null
  const type = at.lookup.types.get(typeId)
  return (type && mergeWorkflows([type]).find((each) => each.stateGroup === group)?.key) ?? null
}
