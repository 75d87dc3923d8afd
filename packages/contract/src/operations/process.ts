import { z } from 'zod'
import { operation } from '../operation.ts'
import { processRoutes } from '../routes/process.ts'
import { id, instant, nextCursor, pageInput } from '../schemas/base.ts'
import { instanceView, MODEL_MAX, modelView, processValues, stepView } from '../schemas/process.ts'
import { instanceFilter, listedInstance } from '../schemas/process-repair.ts'

const byId = z.object({
  id,
  version: z.int().optional().describe('Refuse unless it is at this version'),
})

export const processOperations = {
  'process.saveDraft': operation({
    id: 'process.saveDraft',
    route: processRoutes['process.saveDraft'],
    summary:
      'Keep a model that is not published yet. It need not be executable; what runs goes on as it was.',
    permission: 'container.manage',
    input: z.object({
      containerId: id,
      xml: z.string().min(1).max(MODEL_MAX).describe('The BPMN 2.0 file, kept as it is'),
      version: z
        .int()
        .nullable()
        .optional()
        .describe('Refuse unless the draft is at this version; null: unless there is none'),
    }),
    output: modelView,
    refusals: ['work.container_archived', 'platform.version_old', 'platform.not_found'],
  }),
  'process.discardDraft': operation({
    id: 'process.discardDraft',
    route: processRoutes['process.discardDraft'],
    summary: 'Throw the draft away. What is published stays.',
    permission: 'container.manage',
    input: z.object({ containerId: id, version: z.int().optional() }),
    output: z.object({}),
    refusals: ['process.no_draft', 'platform.version_old', 'platform.not_found'],
  }),
  'process.publishModel': operation({
    id: 'process.publishModel',
    route: processRoutes['process.publishModel'],
    summary:
      'Publish a model as the next version: new instances run by it, those that run keep theirs. Without a file, the draft.',
    permission: 'container.manage',
    input: z.object({
      containerId: id,
      xml: z.string().min(1).max(MODEL_MAX).optional().describe('The BPMN 2.0 file, kept as it is'),
      note: z.string().trim().max(1000).default('').describe('What is new in it'),
      version: z.int().optional().describe('Refuse unless the draft is at this version'),
    }),
    output: modelView,
    refusals: [
      'process.form_missing',
      'process.no_draft',
      'process.model_unread',
      'process.model_empty',
      'process.model_unknown_reference',
      'process.model_not_executed',
      'process.model_misplaced',
      'process.model_expression',
      'process.model_no_start',
      'process.model_no_event',
      'process.model_twice',
      'process.model_no_id',
      'process.model_too_large',
      'process.model_service',
      'process.decision_unnamed',
      'process.decision_missing',
      'process.too_many_steps',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
      'platform.reference_unknown',
    ],
  }),
  'process.getModel': operation({
    id: 'process.getModel',
    route: processRoutes['process.getModel'],
    summary:
      'A version of the model of a process with its file: the newest published one, the draft, or one by its number.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      which: z
        .union([z.enum(['published', 'draft']), z.coerce.number().int().positive()])
        .default('published'),
    }),
    output: z.object({
      model: modelView.extend({ xml: z.string() }).nullable().describe('Null: there is none'),
    }),
    refusals: ['platform.not_found'],
  }),
  'process.listVersions': operation({
    id: 'process.listVersions',
    route: processRoutes['process.listVersions'],
    summary: 'The versions of the model of a process, the newest first, the draft before all.',
    permission: 'container.read',
    input: z.object({ containerId: id, ...pageInput }),
    output: z.object({
      versions: z.array(modelView.extend({ running: z.int().describe('Instances that run by it') })),
      next: nextCursor,
    }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
  'process.startInstance': operation({
    id: 'process.startInstance',
    route: processRoutes['process.startInstance'],
    summary: 'Start an instance of the newest version: what people are to do opens work items.',
    permission: 'item.write',
    input: z.object({
      id,
      containerId: id,
      title: z.string().trim().min(1).max(300),
      dueAt: instant.nullable().default(null),
      businessKey: z.string().trim().min(1).max(200).nullable().default(null),
      values: processValues.default({}).describe('What the instance knows from the start'),
    }),
    output: instanceView,
    refusals: [
      'process.form_not_filled',
      'platform.reference_unknown',
      'process.not_published',
      'process.starts_by_event',
      'process.version_suspended',
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
  'process.completeStep': operation({
    id: 'process.completeStep',
    route: processRoutes['process.completeStep'],
    summary: 'Finish the work item of a step, and tell the instance what came of it.',
    permission: 'item.write',
    input: z.object({ itemId: id, values: processValues.default({}) }),
    output: instanceView,
    refusals: [
      'process.form_not_filled',
      'platform.reference_unknown',
      'process.step_not_open',
      'process.instance_suspended',
      'process.no_done_state',
      'schedule.later_phase_detail',
      'work.archived',
      'work.move_not_allowed',
      'work.not_ready',
      'work.children_open',
      'work.blocked',
      'work.wip_limit',
      'work.field_required',
      'case.closed',
      'case.stage_completed',
      'platform.not_found',
    ],
  }),
  'process.getProcess': operation({
    id: 'process.getProcess',
    route: processRoutes['process.getProcess'],
    summary: 'The steps of a process in their order, with what is open in each and for how long.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({
      steps: z.array(stepView).describe('Archived steps are there while something is open in them'),
      counts: z.object({ running: z.int(), finished: z.int(), cancelled: z.int(), failed: z.int() }),
      model: modelView.nullable().describe('The newest published version'),
      draft: modelView.nullable(),
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
      ...instanceFilter,
      stepId: id.optional().describe('Only those that are at this step'),
      itemId: id.optional().describe('Only those that this item carries out a step of'),
      ...pageInput,
    }),
    output: z.object({ instances: z.array(listedInstance), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
