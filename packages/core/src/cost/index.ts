export {
  changeTime,
  checkTime,
  mayChangeTime,
  startTimer,
  stopTimer,
  sumMinutes,
  type TimeEditor,
  type TimeEntry,
  type TimePatch,
} from './time-entry.ts'
