import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'

/** How an item earns what was planned for it. */
export const earningRule = z
  .enum(['percent', '0-100', '50-50', 'milestones', 'units', 'effort'])
  .describe(
    'By reported progress; all when it is finished; half when it starts; by the milestones below it; by units done of units ordered; as planned, whatever happens',
  )
/** How an item earns, as everybody sees it. */
export type EarningRuleName = z.infer<typeof earningRule>

/** What people say about how an item earns. */
export const earningFields = z.object({
  rule: earningRule,
  weight: z
    .number()
    .positive()
    .max(1e6)
    .nullable()
    .describe('Of a milestone, among those of what lies above it; null: 1'),
  unitsDone: z.number().min(0).max(1e9).nullable(),
  unitsTotal: z.number().positive().max(1e9).nullable().describe('Units of its product that were ordered'),
  restMinor: z
    .int()
    .min(0)
    .nullable()
    .describe('What the rest of it costs as estimated anew; null: nobody did'),
  restMin: z.int().min(0).max(120_000_000).nullable().describe('The same in minutes of work'),
})

const amount = z.number().describe('Minor units of money, or minutes of work')
const index = z.number().nullable().describe('Null: not yet known')

const performance = {
  budgetAtCompletion: amount,
  plannedValue: amount,
  earnedValue: amount,
  actualCost: amount,
  costVariance: amount,
  scheduleVariance: amount,
  costPerformanceIndex: index,
  schedulePerformanceIndex: index,
  estimateAtCompletion: z.object({
    typical: index.describe('The rest costs as the work so far did'),
    atypical: amount.describe('The rest costs what was planned'),
    costAndSchedule: index.describe('The rest suffers from cost and from haste'),
    reestimated: index.describe('The rest was estimated anew'),
  }),
  estimateToComplete: index,
  varianceAtCompletion: index,
  toCompleteForBudget: index,
  toCompleteForEstimate: index,
}

const earnedRow = z.object({
  itemId: id,
  wbs: z.string(),
  key: z.string(),
  title: z.string(),
  level: z.int(),
  isSummary: z.boolean(),
  isWeighed: z.boolean().describe('A milestone that what lies above it earns by'),
  ...earningFields.shape,
  ...performance,
})

const earnedSchedule = z.object({
  earnedAt: instant.nullable().describe('When the baseline expected what is earned now'),
  variance: z.number().describe('In periods; below 0 is late'),
  performanceIndex: index,
  plannedFinishAt: instant,
  estimatedFinishAt: instant.nullable().describe('At the pace so far; null: not yet known'),
})

const openRange = z.object({
  low: amount,
  high: amount,
  isOpen: z.boolean().describe('Something in it is not known: it is the least'),
})

const whole = z
  .object({
    later: openRange.nullable().describe('What later phases add; null: nobody said'),
    budgetAtCompletion: openRange,
    estimateAtCompletion: z.object({
      typical: openRange.nullable(),
      atypical: openRange,
      costAndSchedule: openRange.nullable(),
      reestimated: openRange.nullable(),
    }),
  })
  .nullable()
  .describe('With its later phases, which are known as ranges; null: it has none')

const measured = {
  unit: z.enum(['money', 'minutes']).describe('Minutes where the baseline knows no costs'),
  statusAt: instant,
  period: z.enum(['day', 'week']),
  project: z.object(performance),
  whole,
  schedule: earnedSchedule,
}

/** A project among others, by what it earned. */
export const projectValueView = z.object({
  containerId: id,
  key: z.string(),
  name: z.string(),
  value: z.object(measured).nullable(),
  why: z
    .enum(['no-baseline', 'no-dates', 'too-large'])
    .nullable()
    .describe('Why it cannot be measured; null: it is'),
})
/** A project among others, by what it earned, as everybody sees it. */
export type ProjectValueView = Frozen<z.infer<typeof projectValueView>>

/** A project measured against a baseline. */
export const earnedValueView = z.object({
  ...measured,
  baseline: z.object({ id, number: z.int(), name: z.string(), takenAt: instant }),
  periodEndsAt: z.array(instant),
  planned: z.array(amount).describe('At the end of each period'),
  earned: z.array(amount).describe('Up to the status date; the last one is at it'),
  actual: z.array(amount).describe('As earned'),
  rows: z.array(earnedRow).describe('Those with something planned or spent, in outline order'),
  unknown: z
    .array(z.object({ itemId: id, key: z.string(), title: z.string() }))
    .describe('Packages whose rule cannot say what they earned: they count as nothing'),
  unpricedMin: z.int().describe('Minutes spent by people without a rate: they are not in the cost'),
})
/** A project measured against a baseline, as everybody sees it. */
export type EarnedValueView = Frozen<z.infer<typeof earnedValueView>>
