export {
  type JsonRecord,
  listOf,
  numberOf,
  recordOf,
  recordsOf,
  textOf,
  textOrNull,
} from '../json/index.ts'
export { type BoardBuilder, createBoardBuilder } from './board-builder.ts'
export { minutesText } from './minutes-text.ts'
export { jsonIn, namesIn, personOf } from './names-in.ts'
export { withoutPictures } from './plain-name.ts'
export { readJson } from './read-json.ts'
export { sortColumns, type TableColumns } from './table-columns.ts'
export { type TableClock, tableMoment, tableTime } from './table-moment.ts'
export {
  emptyTrackerItem,
  TRACKER_PROBLEM_CODES,
  type TrackerAttachment,
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
export {
  isHeaderOf,
  orderOfDates,
  readTableRows,
  readTrackerTable,
  type TrackerTable,
  tellTable,
} from './tracker-table.ts'
export { momentOf, timeOf } from './tracker-time.ts'
export { webAddress } from './web-address.ts'
