import type { QuickAdd, WorkItem } from '@millrace/core/work'
import { type Call, type Container, callOf } from '../../../platform/store/index.ts'
import type { Lookup } from './lookup.ts'
import { mergeWorkflows } from './merged-states.ts'
import { groupPatch, ownState } from './moves.ts'
import type { GroupField } from './view-settings.ts'

/** Where a new item is written: a container, and the group at whose end. */
export type NewItemPlace = {
  readonly container: Pick<Container, 'id' | 'defaultTypeId'>
  readonly field: GroupField
  readonly groupKey: string
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

/** The command that opens an item as a line says, so that it stands in the group it was written in. */
export function createInGroup(
  id: string,
  line: QuickAdd,
  at: NewItemPlace & { readonly lookup: Lookup },
): Call {
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
  const typeId = field === 'type' && lookup.types.has(groupKey) ? groupKey : container.defaultTypeId
  const stateId = stateFor(typeId, at)
  const patch = groupPatch({ labelIds: [] }, { field, from: '', to: groupKey })
  return callOf('work.createItem', {
    ...patch,
    ...propertiesOf(line),
    id,
    containerId: container.id,
    title: line.title,
    typeId,
    ...(stateId === null ? {} : { stateId }),
  })
}

function stateFor(typeId: string, { field, groupKey, lookup }: NewItemPlace & { readonly lookup: Lookup }) {
  const item: Pick<WorkItem, 'typeId'> = { typeId }
  if (field === 'state') return ownState(item, groupKey, lookup)
  if (field !== 'group') return null
  const type = lookup.types.get(typeId)
  const state = type && mergeWorkflows([type]).find((each) => each.stateGroup === groupKey)
  return state?.key ?? null
}
