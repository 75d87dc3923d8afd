import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, plainDate, version } from './base.ts'

/** How far a unit is with a practice. */
export const adoptionState = z.enum([
  'principlesEstablished',
  'foundationEstablished',
  'inUse',
  'inPlace',
  'workingWell',
  'retired',
])

/** A question of a state, answered by yes with what shows it. */
export const adoptionEvidence = z.object({
  check: z.string().max(60),
  note: z.string().trim().max(2000).describe('What shows it'),
})

/** A practice in the method set of a unit. */
export const adoptionView = z.object({
  id,
  practiceId: id,
  teamId: id,
  state: adoptionState.nullable().describe('Null: chosen, and nothing done yet'),
  stateSince: instant.nullable(),
  reviewDays: z.int().nullable().describe('How often its relevance is looked at; null: never'),
  nextReviewOn: plainDate.nullable(),
  version,
})
/** A practice in the method set of a unit. */
export type AdoptionView = Frozen<z.infer<typeof adoptionView>>

/** What was said of a practice in a unit once. */
export const adoptionStep = z.object({
  number: z.int(),
  kind: z.enum(['move', 'review']),
  from: adoptionState.nullable(),
  to: adoptionState.nullable(),
  evidence: z.array(adoptionEvidence),
  note: z.string(),
  at: instant,
  personId: id.nullable(),
})
/** What was said of a practice in a unit once. */
export type AdoptionStepView = Frozen<z.infer<typeof adoptionStep>>

/** Which practice work of a type follows since when, and which initiative changed it. */
export const practiceChange = z.object({
  id,
  typeId: id,
  number: z.int().describe('Counted for each type'),
  fromId: id.nullable().describe('The practice before; null: none'),
  toId: id.nullable().describe('The practice since then; null: none'),
  kind: z
    .enum(['first', 'improvement', 'development'])
    .describe('Development: people learn another discipline; improvement: they do not'),
  initiativeId: id.nullable().describe('The item that it belongs to, if you see it'),
  reason: z.string(),
  at: instant,
  personId: id.nullable(),
})
/** A change of the practice that work of a type follows. */
export type PracticeChangeView = Frozen<z.infer<typeof practiceChange>>
