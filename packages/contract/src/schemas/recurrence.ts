import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, plainDate } from './base.ts'

const every = z.int().min(1).max(366)
const weekday = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)])
  .describe('1 (Monday) to 7')
const day = z.int().min(1).max(31).describe('A day that the month does not have is its last one')

/** When something is to be done again. */
export const recurrenceRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), every }),
  z.object({ kind: z.literal('weekly'), every, weekdays: z.array(weekday).min(1).max(7) }),
  z.object({ kind: z.literal('monthlyDay'), every, day }),
  z.object({
    kind: z.literal('monthlyWeekday'),
    every,
    nth: z
      .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)])
      .describe('Which of its kind in the month; -1: the last'),
    weekday,
  }),
  z.object({ kind: z.literal('yearly'), every, month: z.int().min(1).max(12), day }),
  z.object({
    kind: z.literal('afterDone').describe('Counted from the day on which the item is done'),
    every,
    unit: z.enum(['day', 'week', 'month']),
  }),
])

/** When a series is over. */
export const recurrenceEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('on'), day: plainDate }),
  z.object({ kind: z.literal('after'), times: z.int().min(2).max(10_000) }),
])

/** A series of items, each made from the one before it. */
export const recurrenceView = z.object({
  itemId: id.describe('The newest item of the series, from which the next one is made'),
  itemKey: z.string(),
  rule: recurrenceRule,
  ends: recurrenceEnd,
  number: z.int().describe('Which one the newest is, from 1'),
  dayOn: plainDate.describe('The day of the newest by the schedule'),
  nextOn: plainDate
    .nullable()
    .describe(
      'When the next one is made at the latest, at the beginning of that day where the organisation lives; earlier when the newest is done. Null: only when it is done, or no more',
    ),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
    .nullable()
    .describe('Why the next one could not be made: the refusal'),
})
/** A series of items, each made from the one before it. */
export type RecurrenceView = Frozen<z.infer<typeof recurrenceView>>
