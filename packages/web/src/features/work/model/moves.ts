import type { ItemView } from '@millrace/contract'
import { firstStateOf, STATE_GROUPS, type StateGroup } from '@millrace/core/work'
import type { Lookup } from './lookup.ts'
import type { GroupField } from './view-settings.ts'

/** A named change, as the server takes it. */
export type Command = { readonly name: string; readonly input: Readonly<Record<string, unknown>> }

/** From which group into which: dropping a card says no more. */
export type GroupMove = { readonly field: GroupField; readonly from: string; readonly to: string }

const MOVABLE: ReadonlySet<GroupField> = new Set([
  'state',
  'group',
  'responsible',
  'priority',
  'label',
  'team',
  'area',
  'parent',
])

/** Whether items can be put into another group of this kind by moving them. */
export function canMoveBetween(field: GroupField): boolean {
  return MOVABLE.has(field)
}

/**
 * The command that puts an item into another group, or null when its workflow has no such state.
 * Nothing is decided here: the command may still be refused.
 */
export function moveToGroup(item: ItemView, move: GroupMove, lookup: Lookup): Command | null {
  switch (move.field) {
    case 'state':
      return moveToState(item, move.to, lookup)
    case 'group':
      return moveToStateGroup(item, move.to, lookup)
    case 'responsible':
      return change(item, { responsibleId: move.to || null })
    case 'team':
      return change(item, { teamId: move.to || null })
    case 'parent':
      return change(item, { parentId: move.to || null })
    case 'priority':
      return change(item, { priority: Number(move.to) })
    case 'area':
      return change(item, { area: move.to })
    case 'label':
      return change(item, { labelIds: swapLabel(item.labelIds, move) })
    default:
      return null
  }
}

/** A change of fields, with the values seen, so that nobody's unseen change is overwritten. */
export function change(item: ItemView, patch: Readonly<Record<string, unknown>>): Command {
  return { name: 'work.changeItem', input: { id: item.id, patch } }
}

function moveToState(item: ItemView, stateId: string, lookup: Lookup): Command | null {
  const states = lookup.types.get(item.typeId)?.workflow.states ?? []
  if (states.some((state) => state.id === stateId)) return move(item, stateId)
  const group = groupOfForeignState(stateId, lookup)
  return group ? moveToStateGroup(item, group, lookup) : null
}

/** A column may belong to another type's workflow: its group says what was meant. */
function groupOfForeignState(stateId: string, lookup: Lookup): StateGroup | null {
  for (const type of lookup.types.values()) {
    const state = type.workflow.states.find((candidate) => candidate.id === stateId)
    if (state) return state.group
  }
  return null
}

function moveToStateGroup(item: ItemView, wanted: string, lookup: Lookup): Command | null {
  const group = STATE_GROUPS.find((known) => known === wanted)
  const workflow = lookup.types.get(item.typeId)?.workflow
  const state = group && workflow ? firstStateOf(workflow, group) : undefined
  return state ? move(item, state.id) : null
}

function move(item: ItemView, stateId: string): Command {
  return { name: 'work.moveItem', input: { id: item.id, stateId } }
}

function swapLabel(labelIds: readonly string[], move: GroupMove): string[] {
  const kept = labelIds.filter((id) => id !== move.from && id !== move.to)
  return move.to ? [...kept, move.to] : kept
}
