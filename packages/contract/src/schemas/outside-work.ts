import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes } from './base.ts'

/** What another project asks of somebody or something that a plan needs as well. */
export const outsideWork = z.object({
  resourceId: id.describe(
    'The resource as this plan knows it; of whoever only answers for work in it, the person',
  ),
  itemId: id.nullable().describe('Null: work that the reader may not see; its time is all there is to know'),
  title: z.string().nullable(),
  containerId: id.nullable(),
  startAt: instant,
  finishAt: instant,
  workMin: minutes,
})

/** What other projects ask of the people and machines of a plan, and who they are. */
export const outsideWorkView = z.object({
  work: z.array(outsideWork),
  projects: z
    .array(z.object({ containerId: id, key: z.string(), name: z.string(), mayLevel: z.boolean() }))
    .describe('Those of them that the reader sees, and whether they may be levelled together with this one'),
})
/** What other projects ask of the people and machines of a plan, as everybody sees it. */
export type OutsideWorkView = Frozen<z.infer<typeof outsideWorkView>>
