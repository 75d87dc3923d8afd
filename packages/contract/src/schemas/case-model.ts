import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id } from './base.ts'

/** By which items of a plan are known in it. */
export const planItemId = z.string().regex(/^[A-Za-z_][\w.-]{0,99}$/)
const expression = z.string().trim().min(1).max(4000).describe('FEEL')
const condition = expression.nullable()
const name = z.string().trim().min(1).max(300)

export const planItemKind = z.enum([
  ...['stage', 'humanTask', 'processTask', 'caseTask', 'decisionTask', 'task'],
  ...['milestone', 'userListener', 'timerListener'],
] as const)

const planItemTransition = z.enum([
  ...['create', 'enable', 'disable', 'reenable', 'start', 'manualStart', 'suspend', 'resume'],
  ...['parentSuspend', 'parentResume', 'fault', 'reactivate', 'complete', 'terminate', 'exit'],
  ...['parentTerminate', 'occur', 'close'],
] as const)

const caseFileTransition = z.enum([
  ...['create', 'update', 'replace', 'addChild', 'removeChild', 'addReference', 'removeReference', 'delete'],
] as const)

const onPart = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('plan'),
    sourceId: planItemId.describe('The plan item; the id of the model means the case itself'),
    transition: planItemTransition,
    exitCriterionId: planItemId.nullable().default(null),
  }),
  z.object({ on: z.literal('file'), sourceId: planItemId, transition: caseFileTransition }),
])

/** All events have happened, and the question is answered with yes. */
export const sentry = z.object({
  id: planItemId,
  name: z.string().trim().max(300).default(''),
  onParts: z.array(onPart).max(50),
  ifPart: condition.default(null),
})
const sentries = z.array(sentry).max(50)

const mapping = z.object({ source: expression, target: z.string().trim().min(1).max(100) })
const minutes = z.int().min(0).max(5_270_400).nullable().default(null)
const words = z.string().trim().min(1).max(300).nullable().default(null)

export const planItemWork = z.object({
  teamId: id.nullable().default(null),
  responsibleId: id.nullable().default(null),
  ...{ role: words, practice: words, artifact: words, formKey: words },
  effortMin: minutes,
  expectedMin: minutes.describe('Due so long after it begins'),
  otherThan: z
    .array(planItemId)
    .max(50)
    .default([])
    .describe('Whoever did one of these does not do this one'),
  reference: words.describe('The process or template that is begun, or the decision that is asked'),
  inputs: z.array(mapping).max(100).default([]),
  outputs: z.array(mapping).max(100).default([]),
})

/** What a plan item is besides its id and what lies in it. */
export const planItemParts = z.object({
  name,
  description: z.string().trim().max(10_000),
  entry: sentries,
  exit: sentries,
  manualActivation: condition.describe('When somebody has to start it by hand; null: never'),
  required: condition.describe('When its stage cannot complete without it; null: never'),
  repetition: condition.describe('When it comes again; null: never'),
  isBlocking: z.boolean(),
  work: planItemWork.nullable(),
  timer: z
    .object({
      expression,
      from: z.object({ sourceId: planItemId, transition: planItemTransition }).nullable().default(null),
    })
    .nullable(),
})

const { shape } = planItemParts
/** The same, where only the name has to be said. */
export const planItemFields = z.object({
  name,
  description: shape.description.default(''),
  entry: sentries.default([]),
  exit: sentries.default([]),
  manualActivation: shape.manualActivation.default(null),
  required: shape.required.default(null),
  repetition: shape.repetition.default(null),
  isBlocking: shape.isBlocking.default(true),
  work: shape.work.default(null),
  timer: shape.timer.default(null),
})

const plainPlanItem = planItemFields.extend({ id: planItemId, kind: planItemKind })
type PlainPlanItem = Frozen<z.output<typeof plainPlanItem>>

/** An item of a plan with what lies in it. */
export type PlanItemModel = PlainPlanItem & { readonly content: StageContentModel | null }
/** What lies in a stage. */
export type StageContentModel = {
  readonly items: readonly PlanItemModel[]
  readonly autoComplete: boolean
  readonly discretionary: readonly {
    readonly item: PlanItemModel
    readonly roles: readonly string[]
    readonly applicability: string | null
    readonly besideId: string | null
  }[]
}
type Loose<Model> = z.ZodType<Model, unknown>

const planItemModel: Loose<PlanItemModel> = z.lazy(() =>
  plainPlanItem.extend({ content: stageContent.nullable().default(null) }),
)
const stageContent: Loose<StageContentModel> = z.object({
  items: z.array(planItemModel).max(1000).default([]),
  autoComplete: z.boolean().default(false),
  discretionary: z
    .array(
      z.object({
        item: planItemModel,
        roles: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
        applicability: condition.default(null),
        besideId: planItemId.nullable().default(null),
      }),
    )
    .max(1000)
    .default([]),
})

/** Something that belongs into the case file. */
export type CaseFileItemModel = {
  readonly id: string
  readonly name: string
  readonly kind: 'document' | 'data' | 'folder'
  readonly isMany: boolean
  readonly isRequired: boolean
  readonly variable: string
  readonly children: readonly CaseFileItemModel[]
}
const caseFileItem: Loose<CaseFileItemModel> = z.lazy(() =>
  z.object({
    ...{ id: planItemId, name, kind: z.enum(['document', 'data', 'folder']) },
    isMany: z.boolean().default(false),
    isRequired: z.boolean().default(false),
    variable: z.string().trim().min(1).max(100),
    children: z.array(caseFileItem).max(200).default([]),
  }),
)

/** The plan of a case, as a template says it or as the people of one case made it. */
export const caseModel = z.object({
  id: planItemId,
  name,
  description: z.string().trim().max(10_000).default(''),
  root: stageContent,
  exit: sentries.default([]),
  roles: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  file: z.array(caseFileItem).max(200).default([]),
})
/** The plan of a case as everybody sees it. */
export type CaseModelView = Frozen<z.output<typeof caseModel>>
