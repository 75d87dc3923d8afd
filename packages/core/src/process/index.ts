export { carryOn, newInstance } from './carry-on.ts'
export {
  compareModels,
  MODEL_ASPECTS,
  type ModelAspect,
  type ModelDifference,
} from './compare/compare-models.ts'
export { flowsOfPath } from './compare/flows-of-path.ts'
export type { ProcessContext, ProcessDecision, ProcessEffect, ProcessEvent, StepItem } from './decision.ts'
export {
  advanceProcess,
  type EngineStep,
  type NotFitting,
  type ProcessCommand,
  type ProcessRun,
  startProcess,
} from './engine/advance-process.ts'
export { type CompileExpression, compileProcess } from './engine/compile-process.ts'
export type {
  Evaluated,
  Expression,
  GraphEvent,
  GraphFlow,
  GraphLoop,
  GraphNode,
  ProcessGraph,
  Variables,
} from './engine/graph.ts'
export type { ProcessDemand, ProcessHappening, ProcessWorld, TimerDue } from './engine/machine.ts'
export { PROCESS_FAULTS, type ProcessFault } from './engine/process-fault.ts'
export {
  type Done,
  type Held,
  type Incident,
  NOT_STARTED,
  type ProcessState,
  type ProcessStatus,
  type Scope,
  type TimerCycle,
  type TimerRule,
  type Token,
  type TokenState,
  type Wait,
} from './engine/state.ts'
export { variablesAt } from './engine/variables-at.ts'
export { type FeelMoment, feelExpressions } from './feel/feel-expressions.ts'
export { type FeelProblem, findFeelProblem } from './feel/find-feel-problem.ts'
export { type CompiledForm, compileForm, type FormCompilation } from './form/compile-form.ts'
export {
  type FilledField,
  type FilledForm,
  type FilledNote,
  type FormFilling,
  fillForm,
} from './form/fill-form.ts'
export { FORM_PROBLEM_CODES, type FormProblem } from './form/find-problem.ts'
export { isUsableKey } from './form/form-expression.ts'
export { FORM_FAULT_CODES, type FormFault } from './form/form-fault.ts'
export { type FormPlace, formPlaces, startFormKey, stepFormKey } from './form/form-places.ts'
export {
  FORM_FIELD_KINDS,
  FORM_NOTE_KINDS,
  FORM_OPTIONS_MAX,
  FORM_PARTS_MAX,
  type FormField,
  type FormFieldKind,
  type FormNote,
  type FormOption,
  type FormPart,
  type FormSchema,
  type FormValue,
  isChoice,
  isFormField,
  isFormList,
} from './form/form-schema.ts'
export { FORM_TEXT_MAX } from './form/form-value.ts'
export {
  type GraphAt,
  type Happened,
  type HistoryCommand,
  type HistoryEntry,
  replay,
  standing,
} from './history.ts'
export {
  type Activity,
  INSTANCE_STATES,
  type InstanceChange,
  type InstanceSnapshot,
  type InstanceState,
  type ProcessInstance,
  type Suspension,
} from './instance.ts'
export {
  beginClock,
  type ClockStart,
  endClock,
  LEVEL_STATES,
  type LevelClock,
  type LevelState,
  levelState,
  nextLook,
  type Pause,
  passPoints,
  pauseClock,
  recountClock,
  resumeClock,
} from './level/level-clock.ts'
export {
  checkLevel,
  type Escalation,
  type EscalationTarget,
  LEVEL_POINTS,
  type LevelPoint,
  type ServiceLevel,
} from './level/service-level.ts'
export {
  type FindingWeight,
  type KnownReferences,
  LINT_RULES,
  type LintRule,
  type ProcessFinding,
} from './lint/finding.ts'
export { knownReferences } from './lint/known-references.ts'
export { lintModel, NOTHING_KNOWN } from './lint/lint-model.ts'
export {
  type Correlation,
  correlate,
  type MessageStart,
  type MessageTakers,
  type MessageWait,
  type SentMessage,
  takenBy,
} from './message/correlate.ts'
export { type CarryOver, carryOver } from './migrate/carry-over.ts'
export { checkMigration, type Migration } from './migrate/check-migration.ts'
export { type Migrated, migrateState } from './migrate/migrate-state.ts'
export {
  findPlanFaults,
  type MigrationPlan,
  type MigrationPlanFault,
  type MigrationSuggestion,
  suggestMigration,
} from './migrate/migration-plan.ts'
export type { MigrationProblem, MigrationReport, MigrationWait } from './migrate/migration-report.ts'
export {
  BPMN_NODE_TYPES,
  type BpmnAdHoc,
  type BpmnAssignment,
  type BpmnCoded,
  type BpmnContent,
  type BpmnEventDefinition,
  type BpmnExpression,
  type BpmnFlow,
  type BpmnLane,
  type BpmnLoop,
  type BpmnMapping,
  type BpmnMessage,
  type BpmnMessageFlow,
  type BpmnModel,
  type BpmnNamed,
  type BpmnNode,
  type BpmnNodeType,
  type BpmnProcess,
  type BpmnTimer,
  type BpmnWork,
  type DecisionBinding,
  NO_ASSIGNMENT,
  NO_WORK,
  type TimerCounting,
} from './model/bpmn-model.ts'
export type { BpmnService } from './model/bpmn-service.ts'
export type { OutlineBranch, OutlineEntry, OutlineOnward } from './outline/outline.ts'
export { outlineProcess } from './outline/outline-process.ts'
export { outlineOrder } from './outline-order.ts'
export {
  answerDecision,
  answerRuleTask,
  type OfferedDecision,
  type RuleAnswer,
  type RuleEntry,
} from './rules/answer-rule-task.ts'
export { type AskedDecision, chooseDecision, type PublishedDecision } from './rules/choose-decision.ts'
export { PLAIN_ANSWER, type RunAnswer, type RunAnswers } from './run/run-answers.ts'
export {
  type AskedRule,
  RUN_COMMANDS_MAX,
  type RunEvent,
  type RunOutcome,
  type RunSettings,
  runOnPaper,
} from './run/run-on-paper.ts'
export {
  dueStarts,
  firstStart,
  MISSED_STARTS,
  type MissedStarts,
  type NextStart,
  previewStarts,
  resumeSchedule,
  type ScheduleClock,
  STARTS_MAX_AT_ONCE,
  type StartRule,
  type StartSchedule,
  startAfter,
  titleOfStart,
} from './schedule/start-schedule.ts'
export { type AllowedOrigin, isAllowedOrigin } from './service/allowed-origin.ts'
export { idempotencyKeyOf } from './service/idempotency-key.ts'
export { judgeAnswer, type Verdict } from './service/judge-answer.ts'
export { type FailedAttempt, nextAttempt } from './service/next-attempt.ts'
export {
  type BackOff,
  type GraphService,
  type RetryRule,
  SERVICE_METHODS,
  type ServiceCall,
  type ServiceError,
  type ServiceMethod,
  type ServiceRequest,
} from './service/service.ts'
export {
  beginSimulation,
  moveSimulation,
  openMoves,
  type SimulatedHappening,
  type Simulation,
  type SimulationAnswer,
  type SimulationMove,
  type SimulationStep,
  simulatedVariables,
  tokensAt,
} from './simulate/simulation.ts'
export { type StandingKind, standingOf } from './standing-of.ts'
export {
  deriveSteps,
  isHumanWork,
  type ProcessStep,
  STEPS_MAX,
} from './step.ts'
export { type TakeBackContext, takeBack } from './take-back.ts'
export { addLength, type Counting } from './time/add-length.ts'
export { previewTimer, type TimerPreview } from './time/preview-timer.ts'
export { type ReadTimer, readTimer, type TimerFault } from './time/read-timer.ts'
export { countingOf, type TimerSurroundings, timerDues } from './time/timer-dues.ts'
export { isPositive, type Length, readLength } from './time/written-length.ts'
export { type ValueChange, valueChanges } from './value-changes.ts'
