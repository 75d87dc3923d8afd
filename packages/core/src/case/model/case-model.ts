/** An expression in FEEL, as it is written. */
export type CaseExpression = string

/** What plan items are. */
export const PLAN_ITEM_KINDS = [
  'stage',
  'humanTask',
  'processTask',
  'caseTask',
  'decisionTask',
  'task',
  'milestone',
  'userListener',
  'timerListener',
] as const
/** One of them. */
export type PlanItemKind = (typeof PLAN_ITEM_KINDS)[number]

/** What happens to plan items and to the case itself. CMMN 1.1, 8.4. */
export const PLAN_ITEM_TRANSITIONS = [
  'create',
  'enable',
  'disable',
  'reenable',
  'start',
  'manualStart',
  'suspend',
  'resume',
  'parentSuspend',
  'parentResume',
  'fault',
  'reactivate',
  'complete',
  'terminate',
  'exit',
  'parentTerminate',
  'occur',
  'close',
] as const
/** One of them. */
export type PlanItemTransition = (typeof PLAN_ITEM_TRANSITIONS)[number]

/** What happens to items of the case file. CMMN 1.1, 8.3. */
export const CASE_FILE_TRANSITIONS = [
  'create',
  'update',
  'replace',
  'addChild',
  'removeChild',
  'addReference',
  'removeReference',
  'delete',
] as const
/** One of them. */
export type CaseFileTransition = (typeof CASE_FILE_TRANSITIONS)[number]

/** One event that a sentry waits for. */
export type OnPart =
  | {
      readonly on: 'plan'
      /** Id of the plan item; the id of the root means the case itself. */
      readonly sourceId: string
      readonly transition: PlanItemTransition
      /** Only when the source was ended by this exit criterion of it. */
      readonly exitCriterionId: string | null
    }
  | { readonly on: 'file'; readonly sourceId: string; readonly transition: CaseFileTransition }

/** A condition to enter or leave: all its events have happened, and its question is answered with yes. */
export type Sentry = {
  readonly id: string
  readonly name: string
  readonly onParts: readonly OnPart[]
  readonly ifPart: CaseExpression | null
}

/** What a plan item does where it is more than a name. What does not apply to its kind is null. */
export type PlanItemWork = {
  /** Ids of this organisation, and the words that go along for other programs. */
  readonly teamId: string | null
  readonly responsibleId: string | null
  readonly role: string | null
  readonly practice: string | null
  readonly artifact: string | null
  readonly formKey: string | null
  readonly effortMin: number | null
  readonly expectedMin: number | null
  /** Four eyes: whoever did one of these plan items does not do this one. */
  readonly otherThan: readonly string[]
  /** Of process, case and decision tasks: what is begun or asked. */
  readonly reference: string | null
  /** From a variable there to an expression here, and back. */
  readonly inputs: readonly CaseMapping[]
  readonly outputs: readonly CaseMapping[]
}

/** A value handed over. */
export type CaseMapping = { readonly source: CaseExpression; readonly target: string }

/** A timer: a moment, a length or a repeating interval (ISO 8601), counted from a plan item's transition or from its creation. */
export type CaseTimer = {
  readonly expression: CaseExpression
  readonly from: { readonly sourceId: string; readonly transition: PlanItemTransition } | null
}

/** An item of the plan of a case. */
export type PlanItem = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: PlanItemKind
  readonly entry: readonly Sentry[]
  /** Of tasks and stages. */
  readonly exit: readonly Sentry[]
  /** When somebody has to start it by hand. Null: never; it starts by itself (see docs: missing means automatic). */
  readonly manualActivation: CaseExpression | null
  /** When its stage cannot complete without it. Null: never. */
  readonly required: CaseExpression | null
  /** When it comes again. Null: never. */
  readonly repetition: CaseExpression | null
  /** Of tasks: the plan waits until it is done. */
  readonly isBlocking: boolean
  /** Of stages. */
  readonly content: CaseStageContent | null
  readonly work: PlanItemWork | null
  /** Of timer listeners. */
  readonly timer: CaseTimer | null
}

/** What lies in a stage, or in the case itself. */
export type CaseStageContent = {
  readonly items: readonly PlanItem[]
  /** Completes as soon as nothing is active and nothing required is open. */
  readonly autoComplete: boolean
  /** What may be added by whoever works on the case. */
  readonly discretionary: readonly DiscretionaryItem[]
}

/** An item that somebody may add to the plan. CMMN 1.1, 5.4.9 and 5.4.10. */
export type DiscretionaryItem = {
  readonly item: PlanItem
  /** Roles of the case that may; empty: everybody who works on it. */
  readonly roles: readonly string[]
  /** When it is offered. Null: whenever its stage is active. */
  readonly applicability: CaseExpression | null
  /** The task beside which it is offered; null: the stage. */
  readonly besideId: string | null
}

/** Something that belongs into the case file. */
export type CaseFileItem = {
  readonly id: string
  readonly name: string
  readonly kind: 'document' | 'data' | 'folder'
  readonly isMany: boolean
  /** Must be there before the case can be closed. */
  readonly isRequired: boolean
  /** The variable by which expressions know it. */
  readonly variable: string
  readonly children: readonly CaseFileItem[]
}

/** The plan of a case, as a template says it or as the people of one case made it. CMMN 1.1, 5.3. */
export type CaseModel = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly root: CaseStageContent
  /** Exit criteria of the case itself. */
  readonly exit: readonly Sentry[]
  readonly roles: readonly string[]
  readonly file: readonly CaseFileItem[]
}
