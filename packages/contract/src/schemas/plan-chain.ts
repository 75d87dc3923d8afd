import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'

const item = z.object({ itemId: id, key: z.string(), title: z.string() })
const workMin = z.number().describe('Working minutes')

/** The critical chain of a project, with its buffers and how it goes. */
export const planChainView = z.object({
  chain: z.array(item).describe('First one first'),
  chainMin: workMin,
  projectBufferMin: workMin,
  finishAt: instant.describe('When the chain ends as it is planned'),
  bufferedFinishAt: instant.describe('With its buffer behind it'),
  feeding: z
    .array(
      z.object({
        chain: z.array(item).describe('First one first'),
        joins: z.array(item).describe('What of the critical chain waits for it'),
        bufferMin: workMin,
        floatMin: workMin.describe('Less than the buffer: the chain may have to wait for it'),
      }),
    )
    .describe('Chains that run into the critical one'),
  fever: z.object({
    chainDone: z.number().nullable().describe('0 to 1'),
    bufferUsed: z.number().nullable().describe('0 on time, above 1 late; null: there is no buffer'),
    burnRate: z.number().nullable().describe('Above 1 the buffer will not last; null: not yet known'),
    zone: z.enum(['green', 'amber', 'red']).describe('Go on, prepare a remedy, act'),
  }),
  unranged: z.int().describe('Items of the chain without a range'),
  overloaded: z
    .int()
    .describe('People and machines that are planned for more at once than there is of them: level first'),
})
/** The critical chain of a project, as everybody sees it. */
export type PlanChainView = Frozen<z.infer<typeof planChainView>>
