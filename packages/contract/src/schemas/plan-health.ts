import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'

/** Something that does not fit in a plan as it is calculated. */
export const planConflictView = z.object({
  kind: z
    .enum(['constraint', 'deadline', 'link', 'past', 'apart'])
    .describe(
      'A constraint or a link that is not kept, a deadline that is missed, work that should have begun, and calendars that never meet',
    ),
  itemId: id,
  linkId: id.nullable(),
  constraint: z.string().nullable().describe('Its kind, such as MSO'),
  wantedAt: instant,
  gotAt: instant,
  offMin: z.int().describe('Working minutes between the two'),
  by: z
    .object({ kind: z.string(), id: id.nullable() })
    .nullable()
    .describe('What put it there instead, as the reason of a row'),
})
/** A conflict of a plan as everybody sees it. */
export type PlanConflictView = Frozen<z.infer<typeof planConflictView>>

/** What a check of a plan found: an item, a link with both its ends, or a resource. */
export const healthFindingView = z.object({
  itemId: id.nullable().describe('The item; of a link the one that waits; null for a resource'),
  key: z.string(),
  title: z.string(),
  from: z
    .object({ itemId: id, key: z.string(), title: z.string() })
    .nullable()
    .describe('Of a link, what is waited for'),
})

const index = z
  .object({ value: z.number().nullable(), threshold: z.number(), isHealthy: z.boolean().nullable() })
  .describe('Null: it cannot be said yet')

/** The health of a plan. */
export const planHealthView = z.object({
  statusAt: instant.describe('What should have happened by now: the status date of the plan, or this moment'),
  isCalculated: z.boolean().describe('Floats are known: the plan is calculated and up to date'),
  baselineId: id.nullable().describe('The baseline that lateness is measured by: the last one'),
  checks: z
    .array(
      z.object({
        name: z.enum([
          'missing-logic',
          'leads',
          'lags',
          'other-than-finish-to-start',
          'hard-constraints',
          'high-float',
          'negative-float',
          'long-duration',
          'invalid-dates',
          'no-resource',
          'missed',
          'overloaded',
          'no-norm',
        ]),
        of: z.enum(['item', 'link', 'resource']),
        count: z.int(),
        total: z.int().describe('How many were looked at'),
        share: z.number().nullable().describe('Null: there was nothing to look at'),
        threshold: z.number().describe('The largest share that is healthy'),
        isHealthy: z.boolean(),
        first: z.array(healthFindingView).describe('The first fifty of what it found'),
      }),
    )
    .describe('In the order of DCMA’s 14 points, then our own'),
  criticalPathLengthIndex: index,
  baselineExecutionIndex: index,
})
/** The health of a plan as everybody sees it. */
export type PlanHealthView = Frozen<z.infer<typeof planHealthView>>
