export { alertOn } from './alert.ts'
export {
  FOLLOW_REASONS,
  type FollowReason,
  isFollowing,
  strongestReason,
  type TellReason,
} from './follow.ts'
export { joinsLine, LINE_EVENTS_MAX, MERGE_WINDOW_MS, type OpenLine } from './line.ts'
export { checkMoment } from './moment.ts'
export { NEWS_KINDS, type News, type NewsKind, newsOf, subjectOf, TOLD_EVENTS } from './news.ts'
export { NUDGE_PAUSE_MS, nudge } from './nudge.ts'
export { type Ear, type Telling, tellings } from './tell.ts'
