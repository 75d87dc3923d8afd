import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, plainDate, version } from './base.ts'

/** A named list of small steps within an item. A removed one stays, so that it can be brought back. */
export const checklistView = z.object({
  id,
  itemId: id,
  name: z.string(),
  rank: z.string().describe('Order among the lists of the item: compare as plain text'),
  removedAt: instant.nullable(),
  version,
})
/** A checklist as everybody sees it. */
export type ChecklistView = Frozen<z.infer<typeof checklistView>>

/** One step of a checklist. */
export const checklistLineView = z.object({
  id,
  itemId: id,
  checklistId: id,
  text: z.string(),
  rank: z.string().describe('Order within the list: compare as plain text'),
  responsibleId: id.nullable(),
  dueOn: plainDate.nullable(),
  doneAt: instant.nullable(),
  doneBy: id.nullable().describe('Who ticked it; null also when an engine did'),
  subItemId: id.nullable().describe('The sub-item it became, which then says whether it is done'),
  removedAt: instant.nullable(),
  version,
})
/** A line of a checklist as everybody sees it. */
export type ChecklistLineView = Frozen<z.infer<typeof checklistLineView>>
