export {
  XER_PROBLEM_CODES,
  XER_REFUSAL_CODES,
  type XerProblem,
  type XerProblemCode,
} from './problem.ts'
export { isXer } from './read-tables.ts'
export { readXer, type XerOptions } from './read-xer.ts'
export type {
  XerActivity,
  XerActivityKind,
  XerAssignment,
  XerCalendar,
  XerConstraint,
  XerConstraintKind,
  XerExceptionDay,
  XerFile,
  XerLink,
  XerProject,
  XerResource,
  XerScheduleOptions,
  XerWbs,
  XerWorkingTime,
} from './xer-project.ts'
export { xerToPlan } from './xer-to-plan.ts'
