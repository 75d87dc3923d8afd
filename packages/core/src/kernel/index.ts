export type { Actor } from './actor.ts'
export type { Event, SubjectRef } from './event.ts'
export { type Id, isId, uuidV7 } from './id.ts'
export { addMoney, type Money } from './money.ts'
export { type Random, randomBytes10, seededRandom } from './random.ts'
export {
  EVERY_MAX,
  nextDay,
  type RecurrenceFrame,
  type RecurrenceRule,
  type Weekday,
  weekdayOf,
} from './recurrence-rule.ts'
export type { Refusal, RefusalParam } from './refusal.ts'
export { err, ok, type Result } from './result.ts'
export {
  addDays,
  dayNumber,
  type Instant,
  isPlainDate,
  type PlainDate,
  plainDate,
  type WorkingMinutes,
} from './time.ts'
export { unreachable } from './unreachable.ts'
