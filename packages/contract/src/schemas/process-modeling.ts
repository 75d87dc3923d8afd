import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id } from './base.ts'

/** What the model of a process may name. */
export const modelReferences = z.object({
  decisions: z.array(
    z.object({
      key: z.string().describe('What business rule tasks name it by'),
      name: z.string(),
      isPublished: z.boolean().describe('Only what is published answers'),
    }),
  ),
  forms: z.array(z.object({ key: z.string(), name: z.string() })),
  processes: z
    .array(
      z.object({
        key: z.string().describe('What call activities name it by'),
        name: z.string(),
        elementId: z.string().nullable().describe('They may also name it by the id in its model'),
      }),
    )
    .describe('Those with a published version that whoever asks can see'),
  calendars: z.array(z.object({ id, name: z.string() })).describe('Those that timers may count by'),
  origins: z
    .array(
      z.object({
        protocol: z.enum(['https:', 'http:']),
        hostname: z.string().nullable().describe('Null: every host; `*.` stands for one name or more'),
        port: z.string(),
      }),
    )
    .describe('Where services may be called, as the administrator says; none: nowhere'),
})
/** What the model of a process may name, as everybody sees it. */
export type ModelReferences = Frozen<z.infer<typeof modelReferences>>

/** What is noticed of a model. */
export const modelFinding = z.object({
  elementId: z.string().describe('An element, a flow or a process'),
  rule: z.string().describe('Its sentence stands under `bpmn.` and this in the catalogue of problems'),
  weight: z.enum(['error', 'warning', 'hint']),
  detail: z.string(),
})
