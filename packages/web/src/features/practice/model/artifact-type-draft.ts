import type { ArtifactTypeView } from '@millrace/contract'
import { AREAS_OF_INTEREST } from '@millrace/core/work'
import type { Input } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { linesOf } from './practice-draft.ts'

type TypeInput = Input<'practice.saveArtifactType'>

/** A state as it is typed: its questions are lines. */
export type StateDraft = { readonly id: string; readonly name: string; readonly checkpoints: string }

/** A type of artifact as it is typed. */
export type TypeDraft = {
  readonly name: string
  readonly kind: ArtifactTypeView['kind']
  readonly description: string
  readonly areas: readonly string[]
  readonly states: readonly StateDraft[]
}

/** A state that nothing is said of yet. */
export function freshState(): StateDraft {
  return { id: newId(), name: '', checkpoints: '' }
}

/** What a form starts with. */
export function draftOf(type: ArtifactTypeView | null): TypeDraft {
  if (type === null)
    return { name: '', kind: 'artifact', description: '', areas: [], states: [freshState(), freshState()] }
  const { name, kind, description, areas } = type
  const states = type.states.map((state) => ({ ...state, checkpoints: state.checkpoints.join('\n') }))
  return { name, kind, description, areas, states }
}

/** What is sent; null while a name or every state is missing. */
export function saidBy(draft: TypeDraft): Omit<TypeInput, 'id' | 'version'> | null {
  const states = draft.states.flatMap(({ id, name, checkpoints }) =>
    name.trim() === '' ? [] : [{ id, name: name.trim(), checkpoints: linesOf(checkpoints) }],
  )
  if (draft.name.trim() === '' || states.length === 0) return null
  const { kind, description } = draft
  const areas = AREAS_OF_INTEREST.filter((area) => draft.areas.includes(area))
  return { name: draft.name.trim(), kind, description, areas, states }
}

/** A type as it was, as it is sent again. */
export function inputOf({ id, name, kind, description, areas, states }: ArtifactTypeView): TypeInput {
  return { id, name, kind, description, areas, states }
}
