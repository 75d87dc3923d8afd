import { z } from 'zod'
import { operation } from '../operation.ts'
import { processCallRoutes } from '../routes/process-calls.ts'
import { id, instant, nextCursor, nothing, pageInput } from '../schemas/base.ts'
import { processValues } from '../schemas/process.ts'
import {
  faultText,
  heldJobView,
  jobState,
  leaseMs,
  messageName,
  processJobView,
  topic,
  workerId,
} from '../schemas/process-calls.ts'

const held = z.object({ id, workerId })
const heldRefusals = ['process.job_not_held', 'platform.not_found'] as const

export const processCallOperations = {
  'process.fetchJobs': operation({
    id: 'process.fetchJobs',
    route: processCallRoutes['process.fetchJobs'],
    summary: 'Fetch jobs of some topics, and hold them: for a while nobody else is given them.',
    permission: 'item.write',
    input: z.object({
      workerId,
      topics: z.array(topic).min(1).max(20),
      maxJobs: z.int().min(1).max(100).default(10),
      leaseMs: leaseMs.default(60_000),
      waitMs: z
        .int()
        .min(0)
        .max(60_000)
        .default(0)
        .describe('So long the answer is waited for where there is nothing to do yet; not within a batch'),
    }),
    output: z.object({ jobs: z.array(heldJobView).describe('The longest due first; none: ask again') }),
    refusals: [],
  }),
  'process.completeJob': operation({
    id: 'process.completeJob',
    route: processCallRoutes['process.completeJob'],
    summary: 'A job is done: its instance goes on with what the worker says.',
    permission: 'item.write',
    input: held.extend({ values: processValues.default({}) }),
    output: nothing,
    refusals: heldRefusals,
  }),
  'process.failJob': operation({
    id: 'process.failJob',
    route: processCallRoutes['process.failJob'],
    summary: 'A job could not be done: it comes again later, or somebody has to look.',
    permission: 'item.write',
    input: held.extend({
      text: faultText.describe('Why, for whoever looks at it'),
      retries: z
        .int()
        .min(0)
        .max(100)
        .optional()
        .describe('Attempts that are left; one less where it is left out'),
      retryAt: instant.optional().describe('Not before; as the model says where it is left out'),
    }),
    output: z.object({
      state: jobState,
      dueAt: instant.describe('When it comes again, unless it has failed'),
    }),
    refusals: heldRefusals,
  }),
  'process.throwJobError': operation({
    id: 'process.throwJobError',
    route: processCallRoutes['process.throwJobError'],
    summary: 'A job ends with an error of the field, which the model may catch.',
    permission: 'item.write',
    input: held.extend({ code: z.string().trim().min(1).max(200), values: processValues.default({}) }),
    output: nothing,
    refusals: heldRefusals,
  }),
  'process.extendLease': operation({
    id: 'process.extendLease',
    route: processCallRoutes['process.extendLease'],
    summary: 'Hold a job longer, from now on.',
    permission: 'item.write',
    input: held.extend({ leaseMs }),
    output: z.object({ leaseUntil: instant }),
    refusals: heldRefusals,
  }),
  'process.listJobs': operation({
    id: 'process.listJobs',
    route: processCallRoutes['process.listJobs'],
    summary: 'What services are asked for on behalf of the instances of a process, the longest due first.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      instanceId: id.optional().describe('Only those of this instance'),
      state: jobState.optional(),
      ...pageInput,
    }),
    output: z.object({ jobs: z.array(processJobView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
  'process.sendMessage': operation({
    id: 'process.sendMessage',
    route: processCallRoutes['process.sendMessage'],
    summary: 'Send a message: it goes to whoever waits for it, begins instances, or is kept for a while.',
    permission: 'item.write',
    input: z.object({
      name: messageName,
      key: z.string().min(1).max(500).nullable().default(null).describe('For whom of several it is'),
      messageId: z
        .string()
        .min(1)
        .max(200)
        .nullable()
        .default(null)
        .describe('What is sent again under the same id within a day is the same message'),
      ttlMs: z
        .int()
        .min(0)
        .max(30 * 86_400_000)
        .default(3_600_000)
        .describe('How long it is kept for those who do not wait for it yet'),
      containerId: id.optional().describe('For this process only; otherwise for all that you may write in'),
      values: processValues.default({}),
    }),
    output: z.object({ id: id.describe('Of the message; where it was sent before, of that one') }),
    refusals: ['platform.not_found'],
  }),
  'process.sendSignal': operation({
    id: 'process.sendSignal',
    route: processCallRoutes['process.sendSignal'],
    summary: 'Send a signal to everything that waits for it now, and begin what begins with it.',
    permission: 'item.write',
    input: z.object({
      name: messageName,
      containerId: id.optional().describe('For this process only; otherwise for all that you may write in'),
      values: processValues.default({}),
    }),
    output: z.object({ id }),
    refusals: ['platform.not_found'],
  }),
} as const
