import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'
import { planItemId, planItemKind, planItemParts } from './case-model.ts'

export const planItemState = z.enum([
  ...['available', 'enabled', 'disabled', 'active', 'suspended', 'failed', 'completed', 'terminated'],
] as const)

export const casePlanStatus = z.enum([
  ...['active', 'suspended', 'completed', 'terminated', 'failed', 'closed'],
] as const)

/** One part of what something waits for, and whether that has come. */
const criterionPart = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('plan'),
    sourceId: planItemId,
    name: z.string(),
    kind: planItemKind.nullable().describe('Null: the case itself'),
    transition: z.string(),
    isMet: z.boolean(),
  }),
  z.object({
    on: z.literal('file'),
    sourceId: z.string(),
    name: z.string(),
    transition: z.string(),
    isMet: z.boolean(),
  }),
  z.object({
    on: z.literal('if'),
    expression: z.string(),
    isMet: z.boolean().nullable().describe('Null: it is asked once the rest has come'),
  }),
])
/** One part of what something waits for, as everybody sees it. */
export type CriterionPartView = Frozen<z.infer<typeof criterionPart>>

export const criterionView = z.object({ id: planItemId, name: z.string(), parts: z.array(criterionPart) })
/** What something waits for: all its parts, or another criterion beside it. */
export type CriterionView = Frozen<z.infer<typeof criterionView>>

export const planAct = z.enum([
  ...['start', 'disable', 'reenable', 'complete', 'terminate', 'occur'],
  ...['suspend', 'resume', 'reactivate', 'plan'],
] as const)
/** What people do with items of a plan. */
export type PlanAct = z.infer<typeof planAct>

/** Why something is where it is. */
const planCause = z.object({
  kind: z.enum([
    ...['criterion', 'stage', 'case', 'around', 'person'],
    ...['repetition', 'time', 'outcome', 'added', 'reactivated'],
  ] as const),
  /** Of a criterion: what had come. */
  parts: z.array(criterionPart),
  personId: id.nullable(),
})

/** An item of the plan of a case: as it runs, or as it may come. */
export const casePlanItemView = z.object({
  planItemId,
  rowId: z.int().nullable().describe('Null: it has not come yet'),
  stageId: planItemId.nullable().describe('The stage it lies in; null: the case itself'),
  kind: planItemKind,
  state: planItemState.nullable(),
  place: z
    .enum(['now', 'could', 'later', 'done', 'off'])
    .describe('To be done now; possible; possible when something has come; done; or given up'),
  round: z.int().describe('From 1; more where it comes again'),
  isRequired: z.boolean(),
  isDiscretionary: z.boolean().describe('Added by whoever works on the case'),
  isAlternate: z.boolean().describe('Of stages: not on the usual way'),
  isUsed: z.boolean().describe('Its definition cannot be changed any more'),
  itemId: id.nullable().describe('The work item that carries it out'),
  instanceId: id.nullable().describe('The process instance that carries it out'),
  calledCaseId: id.nullable().describe('The case that carries it out'),
  since: instant.nullable(),
  dueAt: instant.nullable().describe('Of timers'),
  cause: planCause.nullable(),
  waitsFor: z.array(criterionView).describe('Any of these lets it come'),
  acts: z.array(planAct).describe('What may be done with it now'),
  ...planItemParts.shape,
})
/** An item of the plan of a case as everybody sees it. */
export type CasePlanItemView = Frozen<z.infer<typeof casePlanItemView>>

export const caseClosingView = z.object({
  openRequired: z.array(planItemId).describe('What has to be done before'),
  needsAcceptance: z.boolean(),
  needsNotice: z.boolean(),
  requesterId: id.nullable().describe('Who asked for it, and accepts the outcome'),
  acceptedAt: instant.nullable(),
  acceptedBy: id.nullable(),
  acceptanceNote: z.string(),
  noticedAt: instant.nullable(),
  noticedBy: id.nullable(),
  noticeTo: z.string().describe('Who was told'),
  noticeWay: z.string().describe('How'),
})

export const casePlanView = z.object({
  containerId: id,
  modelId: planItemId.describe('By which criteria name the case itself'),
  status: casePlanStatus,
  version,
  lastSeq: z.int().describe('The latest entry of its history; 0: nothing has happened'),
  items: z.array(casePlanItemView).describe('In the order of the plan'),
  loose: z.array(id).describe('Open items of the case that carry out nothing of the plan'),
  variables: z.record(z.string(), z.unknown()),
  roles: z.array(z.string()),
  closing: caseClosingView,
})
/** The plan of a case as everybody sees it. */
export type CasePlanView = Frozen<z.infer<typeof casePlanView>>

export const caseHistoryEntryView = z.object({
  seq: z.int(),
  at: instant,
  personId: id.nullable().describe('Null: nobody in particular'),
  act: z.string().describe('What was said to the case'),
  planItemId: planItemId.nullable(),
  name: z.string().describe('Of the plan item it was about'),
  isTakenBack: z.boolean(),
  happened: z.array(
    z.object({
      planItemId,
      name: z.string(),
      kind: planItemKind.nullable(),
      transition: z.string(),
      cause: planCause.nullable(),
    }),
  ),
})
/** One step of a case as everybody sees it. */
export type CaseHistoryEntryView = Frozen<z.infer<typeof caseHistoryEntryView>>
