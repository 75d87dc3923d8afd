import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'

/** What goes on at an element of a model now. */
export const elementCounts = z.object({
  elementId: z.string().describe('The id that the model gives it'),
  tokens: z.int().describe('How often a running instance is there'),
  waiting: z.int().describe('Those of them that wait for a message, a signal, a time or a condition'),
  incidents: z.int().describe('Those of them that cannot go on until somebody has looked'),
  oldestAt: instant.nullable().describe('Since when the longest of them is there'),
})
/** What goes on at an element as everybody sees it. */
export type ElementCounts = Frozen<z.infer<typeof elementCounts>>

/** How a process stands as a whole. */
export const processCounts = z.object({
  containerId: id,
  running: z.int().describe('Instances that are not finished'),
  stuck: z.int().describe('Those of them that cannot go on until somebody has looked'),
  publishedAt: instant.describe('When its model was changed last'),
})
/** How a process stands as everybody sees it. */
export type ProcessCounts = Frozen<z.infer<typeof processCounts>>

/** A way that finished instances went. */
export const processVariant = z.object({
  elementIds: z.array(z.string()).describe('The steps, in the order in which they were begun'),
  count: z.int().describe('Instances that went this way'),
  medianMs: z.number().describe('Half of them took no longer, from start to end'),
})
/** A way that finished instances went, as everybody sees it. */
export type ProcessVariant = Frozen<z.infer<typeof processVariant>>
