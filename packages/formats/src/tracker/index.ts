export {
  type JsonRecord,
  listOf,
  numberOf,
  recordOf,
  recordsOf,
  textOf,
  textOrNull,
} from './json-value.ts'
export { readJson } from './read-json.ts'
export {
  emptyTrackerItem,
  TRACKER_PROBLEM_CODES,
  type TrackerBoard,
  type TrackerChecklist,
  type TrackerComment,
  type TrackerItem,
  type TrackerLink,
  type TrackerPerson,
  type TrackerProblem,
  type TrackerState,
  type TrackerTime,
} from './tracker-board.ts'
export { createTrackerProblems, firstById, type TrackerProblems } from './tracker-problems.ts'
export { momentOf, timeOf } from './tracker-time.ts'
export { webAddress } from './web-address.ts'
