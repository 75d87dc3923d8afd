import { z } from 'zod'
import { operation } from '../operation.ts'
import { caseRoutes } from '../routes/case.ts'
import { id } from '../schemas/base.ts'
import { caseItemView, caseWorkView, stageFields, stageState, stageView } from '../schemas/case.ts'

export const caseOperations = {
  'case.addStage': operation({
    id: 'case.addStage',
    route: caseRoutes['case.addStage'],
    summary: 'Add a stage to a case.',
    permission: 'item.write',
    input: stageFields.partial().extend({ id, containerId: id, name: stageFields.shape.name }),
    output: stageView,
    refusals: [
      'case.too_many_stages',
      'case.closed',
      'work.container_archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'case.changeStage': operation({
    id: 'case.changeStage',
    route: caseRoutes['case.changeStage'],
    summary: 'Rename a stage, move it, start it, complete it, or take it up again.',
    permission: 'item.write',
    input: z.object({
      id,
      version: z.int().optional().describe('Refuse unless it is at this version'),
      patch: stageFields.extend({ state: stageState }).partial(),
    }),
    output: stageView,
    refusals: [
      'case.stage_move_not_allowed',
      'case.required_open',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'case.planItem': operation({
    id: 'case.planItem',
    route: caseRoutes['case.planItem'],
    summary: 'Put an item of a case into a stage, and say whether it is required or discretionary.',
    permission: 'item.write',
    input: z.object({
      containerId: id,
      itemId: id,
      stageId: id.nullable().default(null),
      isDiscretionary: z.boolean().default(false),
      isRequired: z.boolean().default(false),
    }),
    output: caseItemView,
    refusals: [
      'case.required_and_discretionary',
      'case.stage_completed',
      'case.closed',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'case.getCase': operation({
    id: 'case.getCase',
    route: caseRoutes['case.getCase'],
    summary: 'The stages and items of a case: what is to be done now, what could be done, what comes later.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({
      stages: z.array(stageView),
      items: z.array(caseWorkView).describe('In manual order'),
      requiredOpen: z.int().describe('Required items that keep the case from closing'),
    }),
    refusals: ['platform.not_found'],
  }),
} as const
