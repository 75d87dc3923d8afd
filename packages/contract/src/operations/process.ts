import { z } from 'zod'
import { operation } from '../operation.ts'
import { processRoutes } from '../routes/process.ts'
import { id, instant, nextCursor, pageInput } from '../schemas/base.ts'
import { instanceView, stepFields, stepView } from '../schemas/process.ts'

const byId = z.object({
  id,
  version: z.int().optional().describe('Refuse unless it is at this version'),
})

export const processOperations = {
  'process.addStep': operation({
    id: 'process.addStep',
    route: processRoutes['process.addStep'],
    summary: 'Add a step to a process. Instances that are running go on without it.',
    permission: 'container.manage',
    input: stepFields.partial().extend({ id, containerId: id, name: stepFields.shape.name }),
    output: stepView,
    refusals: [
      'process.too_many_steps',
      'work.container_archived',
      'platform.not_found',
      'platform.reference_unknown',
      'platform.exists',
    ],
  }),
  'process.changeStep': operation({
    id: 'process.changeStep',
    route: processRoutes['process.changeStep'],
    summary: 'Change a step. Items that are open keep what they have; a new order is for new instances.',
    permission: 'container.manage',
    input: byId.extend({ patch: stepFields.partial() }),
    output: stepView,
    refusals: [
      'process.step_archived',
      'platform.version_old',
      'platform.not_found',
      'platform.reference_unknown',
    ],
  }),
  'process.removeStep': operation({
    id: 'process.removeStep',
    route: processRoutes['process.removeStep'],
    summary: 'Take a step out of a process. A step that instances went or go through is archived.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: z.object({ outcome: z.enum(['removed', 'archived']) }),
    refusals: ['platform.not_found'],
  }),
  'process.startInstance': operation({
    id: 'process.startInstance',
    route: processRoutes['process.startInstance'],
    summary: 'Start an instance: its first step opens a work item.',
    permission: 'item.write',
    input: z.object({
      id,
      containerId: id,
      title: z.string().trim().min(1).max(300),
      dueAt: instant.nullable().default(null),
    }),
    output: instanceView,
    refusals: [
      'process.no_steps',
      'process.closed',
      'work.container_archived',
      'work.field_computed',
      'work.field_required',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'process.cancelInstance': operation({
    id: 'process.cancelInstance',
    route: processRoutes['process.cancelInstance'],
    summary: 'End an instance before its time. Its open items are archived.',
    permission: 'item.write',
    input: byId,
    output: instanceView,
    refusals: ['process.instance_over', 'platform.version_old', 'platform.not_found'],
  }),
  'process.getProcess': operation({
    id: 'process.getProcess',
    route: processRoutes['process.getProcess'],
    summary: 'The steps of a process in their order, with what is open in each and for how long.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({
      steps: z.array(stepView).describe('Archived steps are there while something is open in them'),
      counts: z.object({ running: z.int(), finished: z.int(), cancelled: z.int() }),
    }),
    refusals: ['platform.not_found'],
  }),
  'process.listInstances': operation({
    id: 'process.listInstances',
    route: processRoutes['process.listInstances'],
    summary: 'Instances of a process, the last started first.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      state: z.enum(['running', 'finished', 'cancelled']).optional(),
      stepId: id.optional().describe('Only those that are at this step'),
      itemId: id.optional().describe('Only those that this item carries out a step of'),
      ...pageInput,
    }),
    output: z.object({ instances: z.array(instanceView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
