import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, plainDate, version } from './base.ts'

/** Time that somebody spent on an item. */
export const timeEntryView = z.object({
  id,
  personId: id,
  itemId: id,
  itemKey: z.string(),
  itemTitle: z.string(),
  day: plainDate,
  minutes: z.int().describe('0 while the timer runs'),
  note: z.string(),
  startedAt: instant.nullable().describe('When the timer was started; null for what was written down'),
  isRunning: z.boolean(),
  version,
})
/** Time that somebody spent on an item. */
export type TimeEntryView = Frozen<z.infer<typeof timeEntryView>>
