export { carryOn, newInstance } from './carry-on.ts'
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
  type Incident,
  NOT_STARTED,
  type ProcessState,
  type ProcessStatus,
  type Scope,
  type TimerCycle,
  type Token,
  type TokenState,
  type Wait,
} from './engine/state.ts'
export { type FeelMoment, feelExpressions } from './feel/feel-expressions.ts'
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
} from './instance.ts'
export {
  type FindingWeight,
  type KnownReferences,
  LINT_RULES,
  type LintRule,
  type ProcessFinding,
} from './lint/finding.ts'
export { lintModel, NOTHING_KNOWN } from './lint/lint-model.ts'
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
  type BpmnMessageFlow,
  type BpmnModel,
  type BpmnNamed,
  type BpmnNode,
  type BpmnNodeType,
  type BpmnProcess,
  type BpmnTimer,
  type BpmnWork,
  NO_ASSIGNMENT,
  NO_WORK,
} from './model/bpmn-model.ts'
export { outlineOrder } from './outline-order.ts'
export { type StandingKind, standingOf } from './standing-of.ts'
export { deriveSteps, isHumanWork, type ProcessStep, STEPS_MAX } from './step.ts'
export { type TakeBackContext, takeBack } from './take-back.ts'
export { type ValueChange, valueChanges } from './value-changes.ts'
