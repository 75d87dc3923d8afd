import { err, ok, type Result } from '../kernel/index.ts'

/**
 * A document, a thing or another result that can be handed over; or an alpha, something abstract whose progress is
 * tracked apart from the documents that tell of it.
 *
 * @see OMG Essence 1.2, work products and alphas
 */
export const ARTIFACT_KINDS = ['artifact', 'alpha'] as const
/** One of them. */
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number]

/** A state of an artifact, with the questions that have to be answered by yes for it to be reached. */
export type ArtifactState = {
  readonly id: string
  readonly name: string
  readonly checkpoints: readonly string[]
}

/** A type of artifact with its states in their order. */
export type ArtifactTypeFacts = { readonly name: string; readonly states: readonly ArtifactState[] }

/**
 * Checks the states of a type.
 *
 * @param inUse the states that practices name, with their names
 * @returns refused with `practice.no_state`, `practice.state_twice` or `practice.state_in_use`
 */
export function checkArtifactType(
  { name, states }: ArtifactTypeFacts,
  inUse: ReadonlyMap<string, string>,
): Result<true> {
  if (states.length === 0) return err({ code: 'practice.no_state', params: { name } })
  const twice = states.find(
    (state, index) => states.findIndex((each) => each.id === state.id || each.name === state.name) < index,
  )
  if (twice) return err({ code: 'practice.state_twice', params: { name, state: twice.name } })
  const kept = new Set(states.map(({ id }) => id))
  for (const [id, state] of inUse)
    if (!kept.has(id)) return err({ code: 'practice.state_in_use', params: { name, state } })
  return ok(true)
}
