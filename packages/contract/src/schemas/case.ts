import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

export const stageState = z.enum(['available', 'active', 'completed'])

/** What people set on a stage. */
export const stageFields = z.object({
  name: z.string().trim().min(1).max(150),
  rank: z
    .string()
    .regex(/^[0-9A-Za-z]{1,200}$/)
    .describe('Place in the order of stages: compare as plain text'),
})

/** A stage of a case: what is done while the case is there. Stages may overlap. */
export const stageView = z.object({
  id,
  containerId: id,
  rank: z.string(),
  name: z.string(),
  state: stageState,
  enteredAt: instant.nullable(),
  completedAt: instant.nullable(),
  version,
})
/** A stage of a case as everybody sees it. */
export type StageView = Frozen<z.infer<typeof stageView>>

/** An item's place in the plan of a case. */
export const caseItemView = z.object({
  id,
  containerId: id,
  itemId: id,
  stageId: id.nullable(),
  isDiscretionary: z.boolean().describe('Done only if somebody decides so'),
  isRequired: z.boolean().describe('Stage and case cannot end while it is open'),
})
/** An item's place in the plan of a case as everybody sees it. */
export type CaseItemView = Frozen<z.infer<typeof caseItemView>>

/** An item of a case, planned or not. */
export const caseWorkView = caseItemView.extend({
  id: id.nullable().describe('null: it belongs to the case and is in no stage yet'),
  place: z
    .enum(['now', 'could', 'later', 'done'])
    .describe('To be done now, possible if somebody decides so, in a stage to come, or done'),
})
/** An item of a case with its place, as everybody sees it. */
export type CaseWorkView = Frozen<z.infer<typeof caseWorkView>>
