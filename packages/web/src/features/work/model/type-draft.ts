import type { AllowedMoves, Requirements, TypeDefaults, WorkflowState } from '@millrace/core/work'
import type { ItemTypeView } from '../../../platform/store/index.ts'
import { settingsTexts } from '../texts-settings.ts'
import { newStateId } from './new-state-id.ts'

/** A type as it is being designed. */
export type TypeDraft = {
  readonly name: string
  readonly states: readonly WorkflowState[]
  readonly moves: AllowedMoves
  readonly mayStartUnready: boolean
  readonly needsAcceptance: boolean
  readonly needsNotice: boolean
  readonly required: Requirements
  readonly defaults: TypeDefaults
  readonly fieldIds: readonly string[] | null
}

const USUAL: readonly WorkflowState[] = [
  { id: 'to-do', name: settingsTexts.types.usual.ready, group: 'ready', wipLimit: null },
  { id: 'doing', name: settingsTexts.types.usual.inProgress, group: 'inProgress', wipLimit: null },
  { id: 'done', name: settingsTexts.types.usual.done, group: 'done', wipLimit: null },
]

const NEW: TypeDraft = {
  ...{ name: '', states: USUAL, moves: 'any', mayStartUnready: true },
  ...{ needsAcceptance: false, needsNotice: false, required: {}, defaults: {}, fieldIds: null },
}

/** A type to be changed, or a new one with the usual states. */
export function draftOfType(type: ItemTypeView | null): TypeDraft {
  if (type === null) return NEW
  const { name, workflow, readinessGate, needsAcceptance, needsNotice, required, defaults, fieldIds } = type
  const mayStartUnready = readinessGate !== 'hard'
  return { name, ...workflow, mayStartUnready, needsAcceptance, needsNotice, required, defaults, fieldIds }
}

/** With a state more, before the first one that is done. It can be reached from all others, and left for them. */
export function withNewState(draft: TypeDraft): TypeDraft {
  const { states } = draft
  const id = newStateId(states.map((state) => state.id))
  const fresh: WorkflowState = { id, name: '', group: 'inProgress', wipLimit: null }
  const end = states.findIndex(({ group }) => group === 'done')
  const moves: AllowedMoves =
    draft.moves === 'any'
      ? 'any'
      : [
          ...draft.moves,
          ...states.flatMap((other) => [
            { from: id, to: other.id },
            { from: other.id, to: id },
          ]),
        ]
  return { ...draft, moves, states: end === -1 ? [...states, fresh] : states.toSpliced(end, 0, fresh) }
}

/** With other states; moves from and to those that are gone go with them. */
export function withStates(draft: TypeDraft, states: readonly WorkflowState[]): TypeDraft {
  const ids = new Set(states.map(({ id }) => id))
  const { moves } = draft
  const kept = moves === 'any' ? moves : moves.filter(({ from, to }) => ids.has(from) && ids.has(to))
  return { ...draft, states, moves: kept }
}

/** Every move between two states: what `any` allows, written out so that some can be taken away. */
export function allMoves(states: readonly WorkflowState[]): Exclude<AllowedMoves, 'any'> {
  return states.flatMap(({ id: from }) =>
    states.filter(({ id }) => id !== from).map(({ id: to }) => ({ from, to })),
  )
}

/** With other states that may follow one. */
export function withNext(draft: TypeDraft, from: string, next: readonly string[]): TypeDraft {
  const moves = draft.moves === 'any' ? allMoves(draft.states) : draft.moves
  return {
    ...draft,
    moves: [...moves.filter((move) => move.from !== from), ...next.map((to) => ({ from, to }))],
  }
}

/** What is saved of a draft: without states that ask for nothing, and defaults that say nothing. */
export function contentOf(draft: TypeDraft) {
  const asked = draft.states.map(({ id }): [string, string[]] => [id, [...(draft.required[id] ?? [])]])
  const { labelIds, fields, ...plain } = draft.defaults
  return {
    name: draft.name.trim(),
    workflow: {
      states: [...draft.states],
      moves: draft.moves === 'any' ? ('any' as const) : [...draft.moves],
    },
    readinessGate: draft.mayStartUnready ? ('soft' as const) : ('hard' as const),
    needsAcceptance: draft.needsAcceptance,
    needsNotice: draft.needsNotice,
    required: Object.fromEntries(asked.filter(([, names]) => names.length > 0)),
    defaults: {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined && value !== '')),
      ...(labelIds && labelIds.length > 0 ? { labelIds: [...labelIds] } : {}),
      ...(fields && Object.keys(fields).length > 0 ? { fields: { ...fields } } : {}),
    },
    fieldIds: draft.fieldIds === null ? null : [...draft.fieldIds],
  }
}
