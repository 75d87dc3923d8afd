export { CASE_FAULTS, CASE_WARNINGS, type CaseFault, type CaseWarning } from './compile/case-fault.ts'
export { type CaseCompilation, compileCase } from './compile/compile-case.ts'
export { adaptCase, type CaseAdaptation } from './engine/adapt-case.ts'
export { advanceCase, type CaseAdvance, type CaseRun, startCase } from './engine/advance-case.ts'
export type {
  CaseCommand,
  CaseDemand,
  CaseHappening,
  CaseStep,
  CaseTimerDue,
  CaseWorld,
} from './engine/command.ts'
export type { CaseEvaluated, CaseGraph, CaseNode, CaseQuestion, CaseVariables } from './engine/graph.ts'
export {
  CASE_STATES,
  type CaseIncident,
  type CasePlanState,
  type CaseState,
  type CaseTimerCycle,
  type CaseTimerRow,
  type CaseTimerRule,
  PLAN_ITEM_STATES,
  type PlanItemCause,
  type PlanItemRow,
  type PlanItemState,
  type SeenEvent,
  type SentryPartRow,
} from './engine/state.ts'
export {
  type CaseMoment,
  type CompiledQuestion,
  type CompileQuestion,
  caseExpressions,
} from './feel/case-expressions.ts'
export {
  CASE_FILE_TRANSITIONS,
  type CaseExpression,
  type CaseFileItem,
  type CaseFileTransition,
  type CaseMapping,
  type CaseModel,
  type CaseStageContent,
  type CaseTimer,
  type DiscretionaryItem,
  type OnPart,
  PLAN_ITEM_KINDS,
  PLAN_ITEM_TRANSITIONS,
  type PlanItem,
  type PlanItemKind,
  type PlanItemTransition,
  type PlanItemWork,
  type Sentry,
} from './model/case-model.ts'
export { emptyPlan } from './model/empty-plan.ts'
export {
  type CriterionSentence,
  type SentenceEvent,
  sentenceOf,
} from './places/criterion-sentence.ts'
export { type PlacedStep, placesOfCase, type StepCommand, type StepOffer } from './places/places-of-case.ts'
export { type StageReading, stagesOfCase } from './places/stages-of-case.ts'
export {
  CASE_PLACES,
  type CaseItem,
  type CasePlace,
  type CaseWork,
  closeCase,
  placeInCase,
  planItem,
} from './plan-item.ts'
export {
  PAPER_STEPS_MAX,
  type PaperCommand,
  type PaperRun,
  type PaperSaying,
  type PaperSettings,
  type PaperStep,
  runCaseOnPaper,
} from './run/case-on-paper.ts'
export {
  type CaseStage,
  changeStage,
  STAGE_STATES,
  STAGES_MAX,
  type StageDecision,
  type StageFact,
  type StagePatch,
  type StageState,
} from './stage.ts'
