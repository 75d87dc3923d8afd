export type { MspdiAssignment } from './assignment.ts'
export type { MspdiBaseline } from './baseline.ts'
export type {
  MspdiCalendar,
  MspdiCalendarException,
  MspdiMonthPosition,
  MspdiRecurrence,
  MspdiWeekDay,
  MspdiWorkingTime,
  MspdiWorkWeek,
} from './calendar.ts'
export type { ConstraintType, DurationFormat, DurationUnit, LinkKind, RateUnit, TaskType } from './codes.ts'
export { describeMspdi, type MspdiSummary } from './describe-mspdi.ts'
export { mspdiExceptionDays } from './exception-days.ts'
export type { MspdiAttribute, MspdiAttributeDefinition, MspdiAttributeValue } from './extended-attribute.ts'
export { genericSkills } from './generic-skills.ts'
export type { MspdiLink, MspdiProject, MspdiProperties } from './mspdi-project.ts'
export { createMspdiReader, type MspdiOptions, type MspdiReader, readMspdi } from './mspdi-reader.ts'
export { mspdiToPlan } from './mspdi-to-plan.ts'
export { type MspdiOutlineNode, mspdiToOutline } from './outline.ts'
export { type MspdiCalendars, mspdiToCalendars } from './plan-calendars.ts'
export { CONSTRAINT_CODES } from './plan-task.ts'
export { planToMspdi } from './plan-to-mspdi.ts'
export {
  MSPDI_PROBLEM_CODES,
  MSPDI_REFUSAL_CODES,
  type MspdiProblem,
  type MspdiProblemCode,
  type MspdiSubject,
} from './problem.ts'
export type {
  MspdiAvailability,
  MspdiRate,
  MspdiRatePeriod,
  MspdiResource,
  MspdiResourceType,
} from './resource.ts'
export type { MspdiHyperlink, MspdiLag, MspdiPredecessor, MspdiTask } from './task.ts'
export type { MspdiTimephased, TimephasedMeasure } from './timephased.ts'
export { withPlannedDates } from './with-planned-dates.ts'
export { type MspdiContent, writeMspdi } from './write-mspdi.ts'
