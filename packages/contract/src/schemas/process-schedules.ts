import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, plainDate, version } from './base.ts'
import { processValues } from './process.ts'
import { recurrenceRule } from './recurrence.ts'

/** By which days instances are started. */
export const startDays = z.object({
  kind: z.literal('days'),
  rule: recurrenceRule.describe('Not `afterDone`: starts go by the calendar'),
  minute: z.int().min(0).max(1439).describe('Minutes after midnight, where the organisation is'),
  anchorOn: plainDate.describe('Every other, third… is counted from here'),
  endsOn: plainDate.nullable().default(null),
  shift: z
    .enum(['none', 'next', 'previous'])
    .default('none')
    .describe('Where a day off leads: nowhere, to the next working day, or to the last one before'),
})

/** What people say of a schedule of starts. */
export const scheduleInput = z.object({
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('What instances are called; {date}, {week}, {month}, {year} and {number} are filled in'),
  rule: startDays,
  calendarId: id
    .nullable()
    .default(null)
    .describe("By which days off are known; null: the organisation's usual one"),
  missed: z
    .enum(['one', 'all', 'none'])
    .default('one')
    .describe('What is made up of starts whose time went by unseen'),
  values: processValues.default({}).describe('What each instance knows from the start'),
})

const timerRule = z.object({
  kind: z.literal('timer').describe('As a start event of the model says'),
  timer: z.enum(['date', 'duration', 'cycle']),
  value: z.string(),
})

/** A schedule by which instances are started. */
export const startScheduleView = scheduleInput.extend({
  id,
  containerId: id,
  version,
  rule: z.discriminatedUnion('kind', [startDays, timerRule]),
  elementId: z.string().nullable().describe('The start event of the model; null: people made the schedule'),
  pausedAt: instant.nullable(),
  nextAt: instant.nullable().describe('Null: it is over'),
  upcoming: z.array(instant).describe('The next starts, as calendars are now'),
  started: z.int().describe('How many instances it has started'),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
    .nullable()
    .describe('Why the last start could not be made: the refusal'),
})
/** A schedule by which instances are started. */
export type StartScheduleView = Frozen<z.infer<typeof startScheduleView>>
