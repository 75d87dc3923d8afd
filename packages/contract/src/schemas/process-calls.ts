import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'
import { processValues } from './process.ts'

export const workerId = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('By what the worker is told apart from others; who holds a job is who fetched it under this name')
export const topic = z.string().trim().min(1).max(200)
export const leaseMs = z.int().min(1_000).max(86_400_000).describe('How long nobody else is given the job')
export const faultText = z.string().trim().min(1).max(2_000)
export const messageName = z.string().trim().min(1).max(300)

/** Where a job of a service is. */
export const jobState = z.enum(['waiting', 'held', 'failed'])

/** What a service is asked for on behalf of an instance, as everybody who sees the process does. */
export const processJobView = z.object({
  id,
  containerId: id,
  instanceId: id,
  tokenId: z.int().describe('The token that waits for it'),
  elementId: z.string().describe('The task of the model'),
  kind: z.enum(['http', 'worker']),
  topic: z.string().nullable(),
  state: jobState.describe('Failed: somebody has to look, as no attempt is left'),
  dueAt: instant.describe('Not tried before'),
  leaseOwner: z.string().nullable().describe('The worker that has it'),
  leaseUntil: instant.nullable(),
  failures: z.int().describe('Attempts that came to nothing'),
  retries: z.int().describe('Attempts that are left'),
  fault: z.string().nullable().describe('Why the last attempt came to nothing'),
  createdAt: instant,
})
/** A job of a service as everybody sees it. */
export type ProcessJobView = Frozen<z.infer<typeof processJobView>>

/** A job as the worker gets it that fetched it. */
export const heldJobView = z.object({
  id,
  containerId: id,
  instanceId: id,
  instanceTitle: z.string(),
  businessKey: z.string().nullable(),
  elementId: z.string(),
  topic: z.string(),
  leaseUntil: instant,
  failures: z.int(),
  retries: z.int().describe('Attempts that are left, this one included'),
  idempotencyKey: z
    .string()
    .describe('The same over all attempts: pass it on, so that nothing is done twice'),
  headers: z.record(z.string(), z.string()).describe('Notes of the model to the worker'),
  values: processValues.describe('What the instance knew when the job was made'),
})
