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
export { type PlacedPlanItem, walkModel } from './model/walk-model.ts'
export { editPlan, PLAN_ITEMS_MAX, type PlanEdit, type PlanPlace, withoutPeople } from './plan/edit-plan.ts'
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
  acceptOutcome,
  type CaseClosing,
  checkClosing,
  type EndingCase,
  NOT_CLOSING,
  noticeOutcome,
  reopenClosing,
} from './run/closing.ts'
export {
  type CauseSaid,
  type Criterion,
  type CriterionPart,
  namesOf,
  type PlanNames,
  sayCause,
  sayCriterion,
} from './run/criterion-view.ts'
export { commandOf, openRequired, type PlanAct } from './run/plan-acts.ts'
export {
  EMPTY_MODEL,
  findPlanningStage,
  PLAN_PLACES,
  type PlanEntry,
  type PlanPlaceName,
  viewPlan,
} from './run/plan-view.ts'
export {
  type CaseEntry,
  type CaseSaid,
  type CaseSayStep,
  type CaseSpeaker,
  type CaseStanding,
  type CompilePlan,
  replayCase,
  type SayContext,
  sayToCase,
  standingEntries,
  takeBackCase,
} from './run/say.ts'
