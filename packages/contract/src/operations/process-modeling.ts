import { z } from 'zod'
import { operation } from '../operation.ts'
import { processModelingRoutes as routes } from '../routes/process-modeling.ts'
import { id, instant } from '../schemas/base.ts'
import { modelFinding, modelReferences } from '../schemas/process-modeling.ts'

/** What is asked while a model is drawn. */
export const processModelingOperations = {
  'process.getReferences': operation({
    id: 'process.getReferences',
    route: routes['process.getReferences'],
    summary:
      'What the model of a process may name: decisions, forms, other processes, calendars, and where services may be called.',
    permission: 'container.manage',
    input: z.object({ containerId: id }),
    output: modelReferences,
    refusals: ['platform.not_found'],
  }),
  'process.checkModel': operation({
    id: 'process.checkModel',
    route: routes['process.checkModel'],
    summary: 'Read the draft of a model, or what is published, by the rules for good models.',
    permission: 'container.manage',
    input: z.object({ containerId: id, which: z.enum(['draft', 'published']).default('draft') }),
    output: z.object({
      findings: z.array(modelFinding).describe('The weightiest first; the first thousand'),
    }),
    refusals: ['process.model_unread', 'platform.not_found'],
  }),
  'process.previewTimer': operation({
    id: 'process.previewTimer',
    route: routes['process.previewTimer'],
    summary: 'When a timer of a model would go off if it were begun now.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      kind: z.enum(['date', 'duration', 'cycle']),
      text: z.string().trim().min(1).max(500).describe('As the model says it: ISO 8601, or RFC 5545'),
      counts: z.enum(['clock', 'working']).default('clock'),
      calendar: z
        .string()
        .max(200)
        .optional()
        .describe('Its id or name; left out, the one of the organisation'),
    }),
    output: z.object({
      next: z.array(instant).describe('The first three'),
      problem: z.string().nullable().describe('Why there is none, a code of the catalogue of problems'),
    }),
    refusals: ['platform.not_found'],
  }),
} as const
