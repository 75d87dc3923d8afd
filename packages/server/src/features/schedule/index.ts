import type { Command, Query } from '../../platform/commands/index.ts'
import { startForecast, stopForecast } from './commands/ask-forecast.ts'
import { assign, changeAssignment, unassign } from './commands/assign.ts'
import { changeBaseline } from './commands/change-baseline.ts'
import { changeEarning, setEstimateShape } from './commands/change-measures.ts'
import { addPhase, changePhase } from './commands/change-phases.ts'
import { changePlanItem } from './commands/change-plan-item.ts'
import { changePlanSettings } from './commands/change-plan-settings.ts'
import { removeCalendar, saveCalendar } from './commands/keep-calendars.ts'
import { keepDates } from './commands/keep-dates.ts'
import { decideGate, removeGate, saveGate, tickCriterion } from './commands/keep-gates.ts'
import { removeResource, saveResource } from './commands/keep-resources.ts'
import { removeRisk, saveRisk } from './commands/keep-risks.ts'
import { placeInPhase } from './commands/place-in-phase.ts'
import { promotePhase } from './commands/promote-phase.ts'
import { removePhase } from './commands/remove-phase.ts'
import { setLevelling } from './commands/set-levelling.ts'
import { setPackage } from './commands/set-package.ts'
import { setRollingWave } from './commands/set-rolling-wave.ts'
import { takeBaseline } from './commands/take-baseline.ts'
import { getChain } from './queries/get-chain.ts'
import { getForecast } from './queries/get-forecast.ts'
import { getHealth } from './queries/get-health.ts'
import { getItemPlan } from './queries/get-item-plan.ts'
import { getOutsideWork } from './queries/get-outside-work.ts'
import { getPhaseSums } from './queries/get-phase-sums.ts'
import { getPlan } from './queries/get-plan.ts'
import { getPool } from './queries/get-pool.ts'
import { getShift } from './queries/get-shift.ts'
import { listPlannedDates } from './queries/list-planned-dates.ts'
import { listResources } from './queries/list-resources.ts'

/** Everything that can be done to plans. */
export const scheduleCommands: readonly Command[] = [
  changePlanItem,
  changePlanSettings,
  keepDates,
  setLevelling,
  saveCalendar,
  removeCalendar,
  saveResource,
  removeResource,
  assign,
  changeAssignment,
  unassign,
  takeBaseline,
  changeBaseline,
  addPhase,
  changePhase,
  removePhase,
  saveGate,
  removeGate,
  tickCriterion,
  decideGate,
  promotePhase,
  placeInPhase,
  setPackage,
  setRollingWave,
  startForecast,
  stopForecast,
  saveRisk,
  removeRisk,
  changeEarning,
  setEstimateShape,
]

/** Everything that can be asked about plans. */
export const scheduleQueries: readonly Query[] = [
  getPlan,
  getHealth,
  getOutsideWork,
  getForecast,
  getPhaseSums,
  getChain,
  getItemPlan,
  getPool,
  getShift,
  listPlannedDates,
  listResources,
]

export { type CheckedPlan, checkPlanOf, type FoundViolation } from './check-plan-of.ts'
export { createForecastJobs } from './forecast/forecast-jobs.ts'
export { forgetPlans } from './forget-plans.ts'
export { readBaselinesOf } from './queries/find-baselines.ts'
export { findSharedCalendars } from './queries/find-calendars.ts'
export { findLiveProjects } from './queries/find-live-projects.ts'
export { readPlanView } from './queries/get-plan.ts'
export { readPackages } from './queries/read-packages.ts'
export { type PlanToMeasure, readPlansToMeasure, readPlanToMeasure } from './queries/read-plan-to-measure.ts'
export { scheduleReactions } from './reactions.ts'
export { createReplanJobs } from './replan.ts'
export { type PlanResource, type PlanToSave, savePlan } from './save-plan.ts'
export type { PlanAssignment, PlanCalendar, PlanItem } from './store/plan.ts'
export { scheduleTopics } from './topics.ts'
