import {
  AREAS_OF_INTEREST,
  firstStateOf,
  STATE_GROUPS,
  type StateGroup,
  type WorkItem,
  type WorkItemPatch,
} from '@millrace/core/work'
import { type Call, callOf } from '../../../platform/store/calls.ts'
import { customGroupPatch } from './custom-groups.ts'
import { customFieldOf, type GroupField } from './group-field.ts'
import type { Lookup } from './lookup.ts'

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

const PRIORITIES = [0, 1, 2, 3, 4] as const

/** Whether items can be put into another group of this kind by moving them. */
export function canMoveBetween(field: GroupField, lookup: Pick<Lookup, 'fields'>): boolean {
  const custom = customFieldOf(field, lookup.fields)
  return custom ? customGroupPatch(custom, '') !== null : MOVABLE.has(field)
}

/**
 * The command that puts an item into another group, or null when its workflow has no such state.
 * Nothing is decided here: the command may still be refused.
 */
export function moveToGroup(item: WorkItem, move: GroupMove, lookup: Lookup): Call | null {
  if (move.field === 'state') return moveToState(item, move.to, lookup)
  if (move.field === 'group') return moveToStateGroup(item, move.to, lookup)
  const patch = groupPatch(item, move, lookup)
  return patch && changeItem(item, patch)
}

/** What a new item needs to stand in a group. Null when it can only be brought there later. */
export function groupPatch(
  item: Pick<WorkItem, 'labelIds'>,
  move: GroupMove,
  lookup: Pick<Lookup, 'fields'>,
): WorkItemPatch | null {
  const { to } = move
  const custom = customFieldOf(move.field, lookup.fields)
  if (custom) return customGroupPatch(custom, to)
  switch (move.field) {
    case 'responsible':
      return { responsibleId: to || null }
    case 'team':
      return { teamId: to || null }
    case 'parent':
      return { parentId: to || null }
    case 'priority':
      return { priority: PRIORITIES.find((known) => String(known) === to) ?? 0 }
    case 'area':
      return { area: AREAS_OF_INTEREST.find((known) => known === to) ?? '2.3' }
    case 'label':
      return { labelIds: swapLabel(item.labelIds, move) }
    default:
      return null
  }
}

/**
 * A change of fields.
 *
 * @param seen what the fields were when somebody began to write; without it, what they are now
 */
export function changeItem(item: Pick<WorkItem, 'id'>, patch: WorkItemPatch, seen?: WorkItemPatch): Call {
  return callOf('work.changeItem', { id: item.id, patch, ...(seen ? { seen } : {}) })
}

/** Two changes of one item as one. */
export function joinPatches(a: WorkItemPatch, b: WorkItemPatch): WorkItemPatch {
  const fields = { ...a.fields, ...b.fields }
  return { ...a, ...b, ...(Object.keys(fields).length > 0 ? { fields } : {}) }
}

/** A move to a state, knowingly over a limit when the person insisted. */
export function moveItem(item: Pick<WorkItem, 'id'>, stateId: string): Call {
  return callOf('work.moveItem', { id: item.id, stateId })
}

/** The state of the item's own workflow that a state named by another type comes to. */
export function ownState(item: Pick<WorkItem, 'typeId'>, stateId: string, lookup: Lookup): string | null {
  const states = lookup.types.get(item.typeId)?.workflow.states ?? []
  if (states.some((state) => state.id === stateId)) return stateId
  const group = groupOfForeignState(stateId, lookup)
  return group ? firstOwnState(item, group, lookup) : null
}

function moveToState(item: WorkItem, stateId: string, lookup: Lookup): Call | null {
  const own = ownState(item, stateId, lookup)
  return own === null ? null : moveItem(item, own)
}

/** A column may belong to another type's workflow: its group says what was meant. */
function groupOfForeignState(stateId: string, lookup: Lookup): StateGroup | null {
  for (const type of lookup.types.values()) {
    const state = type.workflow.states.find((candidate) => candidate.id === stateId)
    if (state) return state.group
  }
  return null
}

function moveToStateGroup(item: WorkItem, wanted: string, lookup: Lookup): Call | null {
  const group = STATE_GROUPS.find((known) => known === wanted)
  const own = group ? firstOwnState(item, group, lookup) : null
  return own === null ? null : moveItem(item, own)
}

function firstOwnState(item: Pick<WorkItem, 'typeId'>, group: StateGroup, lookup: Lookup): string | null {
  const workflow = lookup.types.get(item.typeId)?.workflow
  return (workflow && firstStateOf(workflow, group)?.id) ?? null
}

function swapLabel(labelIds: readonly string[], move: GroupMove): string[] {
  const kept = labelIds.filter((id) => id !== move.from && id !== move.to)
  return move.to ? [...kept, move.to] : kept
}
