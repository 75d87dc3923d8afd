import type { ItemType, StateGroup, WorkflowState } from '@millrace/core/work'
import { foldText } from '@millrace/core/work'
import type { TrackerItem, TrackerState } from '@millrace/formats/tracker'
import { matchState, stateOrFirst } from '../match-state.ts'
import type { TrackerTools } from './tracker-source.ts'

/** Where an item comes to stand, and the name of its list when no state here says the same. */
export type ItemState = { readonly state: WorkflowState; readonly listName: string | null }

/** Trackers that tell a stage know three; ours that each of them may be. */
const WITHIN: Readonly<Record<StateGroup, readonly StateGroup[]>> = {
  backlog: ['backlog', 'ready'],
  ready: ['ready'],
  inProgress: ['inProgress', 'waiting', 'inReview', 'ready'],
  waiting: ['waiting'],
  inReview: ['inReview'],
  done: ['done'],
}

/** The state of an item: as the mapping says, else of the same name, stage or meaning, else the first. */
export function itemState(item: TrackerItem, type: ItemType, tools: TrackerTools): ItemState {
  const from = tools.states.get(item.stateRef ?? '')
  const found = from ? resolveState(from, type, tools) : null
  const state = found ?? stateOrFirst(type, undefined)
  const done = item.isDone ? type.workflow.states.find(({ group }) => group === 'done') : undefined
  return {
    state: done && state.group !== 'done' ? done : state,
    listName: found || !from || from.name === '' ? null : from.name,
  }
}

/** The state here that one of the file means, if there is one. */
export function resolveState(
  { name, group }: TrackerState,
  type: ItemType,
  { mapping }: Pick<TrackerTools, 'mapping'>,
): WorkflowState | null {
  const { states } = type.workflow
  const wanted = mapping.listStates?.[name]
  const mapped = wanted === undefined ? undefined : states.find(({ id }) => id === wanted)
  if (mapped) return mapped
  const byName = matchState(type, name)
  if (byName && (group === null || WITHIN[group].includes(byName.group) || isNamed(byName, name)))
    return byName
  return states.find((state) => state.group === group) ?? null
}

function isNamed(state: WorkflowState, name: string): boolean {
  return foldText(state.name) === foldText(name)
}
