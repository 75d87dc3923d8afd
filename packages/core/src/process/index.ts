export { advance } from './advance.ts'
export { cancelInstance } from './cancel-instance.ts'
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
export type { ProcessFault } from './engine/process-fault.ts'
export {
  type Done,
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
export { type FeelMoment, feelExpressions } from './feel/feel-expressions.ts'
export {
  type Activity,
  INSTANCE_STATES,
  type InstanceSnapshot,
  type InstanceState,
  type ProcessInstance,
} from './instance.ts'
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
  type TimerCounting,
} from './model/bpmn-model.ts'
export { type ReopenContext, reopenStep } from './reopen-step.ts'
export { type NewInstance, startInstance } from './start-instance.ts'
export { type ProcessStep, presentSteps, removeStep, STEPS_MAX } from './step.ts'
export { addLength, type Counting } from './time/add-length.ts'
export { type ReadTimer, readTimer, type TimerFault } from './time/read-timer.ts'
export { countingOf, type TimerSurroundings, timerDues } from './time/timer-dues.ts'
export { isPositive, type Length, readLength } from './time/written-length.ts'
