export { advance } from './advance.ts'
export { cancelInstance } from './cancel-instance.ts'
export type { ProcessContext, ProcessDecision, ProcessEffect, ProcessEvent, StepItem } from './decision.ts'
export {
  type Activity,
  INSTANCE_STATES,
  type InstanceSnapshot,
  type InstanceState,
  type ProcessInstance,
} from './instance.ts'
export { type ReopenContext, reopenStep } from './reopen-step.ts'
export { type NewInstance, startInstance } from './start-instance.ts'
export { type ProcessStep, presentSteps, removeStep, STEPS_MAX } from './step.ts'
