import { z } from 'zod'
import { operation } from '../operation.ts'
import type { RefusalCode } from '../refusals.ts'
import { caseRoutes } from '../routes/case.ts'
import { id, nextCursor, pageInput } from '../schemas/base.ts'
import { caseHistoryEntryView, casePlanView, planAct } from '../schemas/case.ts'
import { planItemFields, planItemId, planItemKind, planItemParts } from '../schemas/case-model.ts'

const ofCase = {
  containerId: id,
  version: z.int().optional().describe('Refuse unless it is at this version'),
}

/** What every change of a plan may be refused for. */
const refusals = [
  'case.closed',
  'case.not_active',
  'case.never_rests',
  'work.container_archived',
  'platform.version_old',
  'platform.not_found',
] as const satisfies readonly RefusalCode[]

const place = {
  stageId: planItemId.nullable().describe('The stage it lies in; null: the case itself'),
  beforeId: planItemId.nullable().describe('The item it stands before; null: at the end'),
}

/** Of a definition: what makes it one that no case can be run by. */
const definition = [
  'case.plan_faulty',
  'case.plan_item_unknown',
  'case.no_stage',
  'case.reference_unknown',
] as const satisfies readonly RefusalCode[]

export const caseOperations = {
  'case.getPlan': operation({
    id: 'case.getPlan',
    route: caseRoutes['case.getPlan'],
    summary:
      'The plan of a case: what is to be done now, what could be done, what becomes possible when, and what is done.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: casePlanView,
    refusals: ['platform.not_found'],
  }),
  'case.listHistory': operation({
    id: 'case.listHistory',
    route: caseRoutes['case.listHistory'],
    summary: 'What was said to a case and what came of it, with its causes, the newest first.',
    permission: 'container.read',
    input: z.object({ containerId: id, ...pageInput }),
    output: z.object({ entries: z.array(caseHistoryEntryView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
  'case.addPlanItem': operation({
    id: 'case.addPlanItem',
    route: caseRoutes['case.addPlanItem'],
    summary: 'Add a step, stage or milestone to the plan of a running case.',
    permission: 'item.write',
    input: z.object({
      ...ofCase,
      planItemId,
      kind: planItemKind,
      stageId: place.stageId.default(null),
      beforeId: place.beforeId.default(null),
      ...planItemFields.shape,
      itemId: id.nullable().default(null).describe('An item of the case that carries it out from now on'),
    }),
    output: casePlanView,
    refusals: [
      ...refusals,
      ...definition,
      'case.plan_item_exists',
      'case.plan_too_large',
      'case.item_in_plan',
    ],
  }),
  'case.changePlanItem': operation({
    id: 'case.changePlanItem',
    route: caseRoutes['case.changePlanItem'],
    summary: 'Change or move something of the plan that has not been used yet; name and words at any time.',
    permission: 'item.write',
    input: z.object({
      ...{ ...ofCase, planItemId },
      patch: z.object({ ...planItemParts.shape, ...place }).partial(),
    }),
    output: casePlanView,
    refusals: [
      ...refusals,
      ...definition,
      'case.plan_item_used',
      'case.into_itself',
      'case.step_in_use',
      'case.step_moved',
    ],
  }),
  'case.removePlanItem': operation({
    id: 'case.removePlanItem',
    route: caseRoutes['case.removePlanItem'],
    summary: 'Take something out of the plan that has not been used yet.',
    permission: 'item.write',
    input: z.object({ ...ofCase, planItemId }),
    output: casePlanView,
    refusals: [...refusals, 'case.plan_item_unknown', 'case.plan_item_used', 'case.still_waited_for'],
  }),
  'case.actOnPlanItem': operation({
    id: 'case.actOnPlanItem',
    route: caseRoutes['case.actOnPlanItem'],
    summary:
      'Plan, start, disable, complete or give up an item of the plan, say that an event has happened, or suspend, resume and take up again.',
    permission: 'item.write',
    input: z.object({
      ...{ ...ofCase, planItemId, act: planAct },
      rowId: z.int().nullable().default(null).describe('Which of several, where it came more than once'),
    }),
    output: casePlanView,
    refusals: [
      ...refusals,
      'case.plan_item_unknown',
      'case.not_now',
      'case.item_move_not_allowed',
      'case.stage_not_active',
      'case.steps_active',
      'case.required_steps_open',
      'case.same_person',
      'case.not_offered',
      'case.role_needed',
      'case.already_planned',
    ],
  }),
  'case.actOnCase': operation({
    id: 'case.actOnCase',
    route: caseRoutes['case.actOnCase'],
    summary: 'Suspend, resume, complete or give up a case, or take it up again.',
    permission: 'item.write',
    input: z.object({ ...ofCase, act: z.enum(['resume', 'suspend', 'complete', 'terminate', 'reactivate']) }),
    output: casePlanView,
    refusals: [...refusals, 'case.case_move_not_allowed', 'case.steps_active', 'case.required_steps_open'],
  }),
  'case.changeVariables': operation({
    id: 'case.changeVariables',
    route: caseRoutes['case.changeVariables'],
    summary: 'Change what is known of a case. What waits for that goes on at once.',
    permission: 'item.write',
    input: z.object({ ...ofCase, values: z.record(z.string().min(1).max(100), z.unknown()) }),
    output: casePlanView,
    refusals,
  }),
  'case.takeBack': operation({
    id: 'case.takeBack',
    route: caseRoutes['case.takeBack'],
    summary: 'Take the latest step of a case back.',
    permission: 'item.write',
    input: z.object({ containerId: id, seq: z.int().min(1).describe('The entry of the history that it is') }),
    output: casePlanView,
    refusals: [
      'case.not_the_latest',
      'case.step_begun',
      'case.not_now',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'case.setClosing': operation({
    id: 'case.setClosing',
    route: caseRoutes['case.setClosing'],
    summary: 'Say who asked for a case, and whether it is accepted and noticed before it is closed.',
    permission: 'item.write',
    input: z.object({
      ...ofCase,
      patch: z
        .object({ needsAcceptance: z.boolean(), needsNotice: z.boolean(), requesterId: id.nullable() })
        .partial(),
    }),
    output: casePlanView,
    refusals: [
      'case.closed',
      'case.reference_unknown',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'case.acceptOutcome': operation({
    id: 'case.acceptOutcome',
    route: caseRoutes['case.acceptOutcome'],
    summary: 'Accept the outcome of a case, as whoever asked for it.',
    permission: 'item.comment',
    input: z.object({ ...ofCase, note: z.string().trim().max(2000).default('') }),
    output: casePlanView,
    refusals: [
      'case.closed',
      'case.required_open',
      'case.not_yours_to_accept',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'case.giveNotice': operation({
    id: 'case.giveNotice',
    route: caseRoutes['case.giveNotice'],
    summary: 'Record that those concerned were told of the outcome of a case: who, when, and how.',
    permission: 'item.write',
    input: z.object({
      ...ofCase,
      to: z.string().trim().min(1).max(500),
      way: z.string().trim().min(1).max(300),
      at: z.int().nullable().default(null).describe('Moment; now when left out'),
    }),
    output: casePlanView,
    refusals: [
      'case.closed',
      'case.required_open',
      'case.not_accepted',
      'case.notice_ahead',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'case.closeCase': operation({
    id: 'case.closeCase',
    route: caseRoutes['case.closeCase'],
    summary: 'Close a case that is accepted and noticed where it has to be.',
    permission: 'item.write',
    input: z.object(ofCase),
    output: casePlanView,
    refusals: [...refusals, 'case.required_open', 'case.not_accepted', 'case.not_noticed'],
  }),
} as const
