export {
  type EarnedSchedule,
  earnSchedule,
} from './earned-value/earned-schedule.ts'
export { type EarningRule, earnValue, type WeightedMilestone } from './earned-value/earning-rule.ts'
export {
  ITEM_RULES,
  type ItemRule,
  type MeasuredProject,
  measureProject,
  type ValuedItem,
} from './earned-value/measure-project.ts'
export {
  type Estimates,
  type Measure,
  type Performance,
  performanceOf,
} from './earned-value/performance.ts'
export {
  cumulate,
  type PlannedMilestone,
  type PlannedPackage,
  type PlannedSpread,
  planValue,
  valueAt,
} from './earned-value/planned-value.ts'
export { type MeasuredNode, type RolledUp, rollUpPerformance } from './earned-value/roll-up.ts'
export { addLater, type OpenRange, type WholeProject } from './earned-value/with-later.ts'
export { costOfWork, type Price, type PricedWork, type Prices, priceOn } from './rates.ts'
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
