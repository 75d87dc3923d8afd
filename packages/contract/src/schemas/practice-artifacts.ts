import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

const evidence = z.object({
  check: z.string().max(500).describe('A question of the state, as it is written'),
  note: z.string().trim().max(2000).describe('What shows it'),
})

/** Something that work makes. */
export const artifactView = z.object({
  id,
  containerId: id.describe('Where it is made'),
  typeId: id,
  name: z.string(),
  stateId: id.nullable().describe('Null: in none of its states yet'),
  link: z.string().describe('Where it is kept; empty: not said'),
  edition: z.int().describe('Raised when it is kept elsewhere'),
  archivedAt: instant.nullable(),
  version,
})
/** Something that work makes. */
export type ArtifactView = Frozen<z.infer<typeof artifactView>>

/** The state of an artifact that an item asks for. */
export const askedArtifact = z.object({
  itemId: id,
  artifactId: id,
  stateId: id,
  evidence: z.array(evidence),
  deliveredAt: instant.nullable().describe('When the item was finished and brought it there'),
})
/** The state of an artifact that an item asks for. */
export type AskedArtifactView = Frozen<z.infer<typeof askedArtifact>>

/** How an artifact came to a state. */
export const artifactStep = z.object({
  number: z.int(),
  from: id.nullable(),
  to: id.nullable(),
  itemId: id.nullable().describe('The work that did it, if you see it'),
  evidence: z.array(evidence),
  at: instant,
  personId: id.nullable(),
})
/** How an artifact came to a state. */
export type ArtifactStepView = Frozen<z.infer<typeof artifactStep>>

/** Answers to the questions of a state. */
export const artifactEvidence = z.array(evidence).max(50)
