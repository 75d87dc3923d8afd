import { z } from 'zod'
import { operation } from '../operation.ts'
import { processFlowRoutes } from '../routes/process-flow.ts'
import { id, nextCursor, pageInput } from '../schemas/base.ts'
import { elementCounts, processCounts, processVariant } from '../schemas/process-flow.ts'

export const processFlowOperations = {
  'process.countElements': operation({
    id: 'process.countElements',
    route: processFlowRoutes['process.countElements'],
    summary: 'How many running instances are at each element of a process, and since when.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ elements: z.array(elementCounts) }),
    refusals: ['platform.not_found'],
  }),
  'process.countInstances': operation({
    id: 'process.countInstances',
    route: processFlowRoutes['process.countInstances'],
    summary: 'How many instances run and are stuck in each published process that you see.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ processes: z.array(processCounts) }),
    refusals: [],
  }),
  'process.listVariants': operation({
    id: 'process.listVariants',
    route: processFlowRoutes['process.listVariants'],
    summary: 'The ways that the last finished instances of a process went, the most usual first.',
    permission: 'container.read',
    input: z.object({ containerId: id, ...pageInput }),
    output: z.object({
      variants: z.array(processVariant),
      instances: z.int().describe('Finished instances that were looked at: the last 5,000'),
      next: nextCursor,
    }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
