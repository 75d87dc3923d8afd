import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, minutes, plainDate } from './base.ts'

const minor = z.int().describe('Whole minor units of the organisation’s currency')
const people = z.int().min(0).max(10_000)

/** What is believed of work that is not planned in detail yet: both ends of a range, or neither. */
export const ranges = z.object({
  durationLowMin: minutes.nullable().describe('Working minutes, at least'),
  durationHighMin: minutes.nullable(),
  peopleLow: people.nullable().describe('People at it at once, at least'),
  peopleHigh: people.nullable(),
  costLowMinor: minor.nullable(),
  costHighMinor: minor.nullable(),
})
/** The ranges of a package as everybody sees them. */
export type RangesView = Frozen<z.infer<typeof ranges>>

/** Made by whoever writes the criterion, and known within its gate only. */
export const criterionId = z.string().min(1).max(60)
const criterion = z.object({ id: criterionId, text: z.string().trim().min(1).max(300) })

/** What people say about the gate at the end of a phase. */
export const gateFields = z.object({
  name: z.string().trim().min(1).max(150),
  dueOn: plainDate.nullable().describe('When it is to be decided; null: when the phase ends'),
  deciderId: id.nullable().describe('Null: whoever manages the project decides'),
  criteria: z.array(criterion).max(50).describe('What must be true to pass'),
})

/** What can be decided at a gate. */
export const gateOutcome = z
  .enum(['pass', 'conditions', 'hold', 'stop'])
  .describe('Go on, go on with conditions, wait, or end the project')

const criterionView = criterion.extend({ isMet: z.boolean() })

const gateDecisionView = z.object({
  id,
  outcome: gateOutcome,
  decidedOn: plainDate,
  decidedBy: id,
  reason: z.string().describe('Why; with conditions, which'),
  criteria: z.array(criterionView).describe('As they stood'),
})

/** A gate with all that was decided at it. */
export const gateView = gateFields.extend({
  criteria: z.array(criterionView),
  decisions: z.array(gateDecisionView).describe('Oldest first; the last one counts'),
})
/** A gate as everybody sees it. */
export type GateView = Frozen<z.infer<typeof gateView>>
