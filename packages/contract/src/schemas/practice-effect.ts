import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'

const summary = z.object({
  sample: z.int().describe('Finished items'),
  medianCycleMin: z.number().nullable(),
  reworkShare: z
    .number()
    .nullable()
    .describe('From 0 to 1: of those that came back after they were finished'),
  medianSpentMin: z.number().nullable().describe('Of those with time noted'),
})
const estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .nullable()
  .describe('The difference and its interval of 90 %; null: one side is empty')

/** What a change of a practice did to the flow of its work. */
export const practiceEffectView = z.object({
  moments: z
    .array(
      z.object({
        at: instant,
        kind: z.enum(['version', 'inUse', 'type']),
        number: z.int().nullable().describe('Of the version'),
        teamId: id.nullable(),
        typeId: id.nullable(),
      }),
    )
    .describe('When something changed, the newest first'),
  since: instant.nullable().describe('What before and after are told apart by; null: nothing changed yet'),
  effect: z
    .object({
      before: summary,
      after: summary,
      cycleMin: estimate,
      reworkShare: estimate,
      spentMin: estimate,
      isSmall: z.boolean().describe('Too few items on a side to say much'),
    })
    .nullable(),
})
/** What a change of a practice did to the flow of its work. */
export type PracticeEffectView = Frozen<z.infer<typeof practiceEffectView>>
