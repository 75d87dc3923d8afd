import type { TypeView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { STATE_GROUPS, type StateGroup } from '@millrace/core/work'
import type { Lookup } from './lookup.ts'

/** A state as a column: types that name the same state share it. */
export type MergedState = {
  readonly key: string
  readonly label: string
  readonly stateGroup: StateGroup
  readonly wipLimit: number | null
}

/**
 * The states of all types that occur, in board order: by state group, within a group in the order of
 * the workflows. The strictest limit on work in progress wins.
 */
export function mergeStates(
  items: readonly WorkItem[],
  context: { readonly lookup: Lookup; readonly usualTypeId?: string | undefined },
): MergedState[] {
  const used = new Set(items.map((item) => item.typeId))
  if (context.usualTypeId) used.add(context.usualTypeId)
  return mergeWorkflows([...context.lookup.types.values()].filter((type) => used.has(type.id)))
}

/** The same for given types. */
export function mergeWorkflows(types: readonly TypeView[]): MergedState[] {
  const merged = new Map<string, MergedState>()
  for (const type of types) {
    for (const state of type.workflow.states) {
      const known = merged.get(state.id)
      merged.set(state.id, {
        key: state.id,
        label: known?.label ?? state.name,
        stateGroup: known?.stateGroup ?? state.group,
        wipLimit: strictest(known?.wipLimit ?? null, state.wipLimit),
      })
    }
  }
  const position = (state: MergedState) => STATE_GROUPS.indexOf(state.stateGroup)
  return [...merged.values()].toSorted((a, b) => position(a) - position(b))
}

function strictest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
