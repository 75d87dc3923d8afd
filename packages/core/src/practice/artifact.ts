import { err, ok, type Result } from '../kernel/index.ts'

/** A question of a state answered by yes, with what shows it. */
export type ArtifactEvidence = { readonly check: string; readonly note: string }

/** What an item asks for: an artifact in a state, with the answers there are. */
export type AskedArtifact = {
  readonly artifact: string
  readonly checkpoints: readonly string[]
  readonly evidence: readonly ArtifactEvidence[]
}

/**
 * Whether finishing an item may bring an artifact into the state it asks for: every question of the state is
 * answered with what shows it. Nothing else moves an artifact.
 *
 * @returns refused with `practice.artifact_evidence`
 */
export function deliverArtifact({ artifact, checkpoints, evidence }: AskedArtifact): Result<true> {
  const shown = new Set(evidence.flatMap(({ check, note }) => (note.trim() === '' ? [] : [check])))
  const missing = checkpoints.filter((check) => !shown.has(check)).length
  return missing > 0
    ? err({ code: 'practice.artifact_evidence', params: { name: artifact, count: missing } })
    : ok(true)
}
