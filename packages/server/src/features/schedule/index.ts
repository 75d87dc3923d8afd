import type { Command, Query } from '../../platform/commands/index.ts'
import { addPhase, changePhase } from './commands/change-phases.ts'
import { changePlanItem } from './commands/change-plan-item.ts'
import { changePlanSettings } from './commands/change-plan-settings.ts'
import { removeCalendar, saveCalendar } from './commands/keep-calendars.ts'
import { placeInPhase } from './commands/place-in-phase.ts'
import { promotePhase } from './commands/promote-phase.ts'
import { setRollingWave } from './commands/set-rolling-wave.ts'
import { takeBaseline } from './commands/take-baseline.ts'
import { getHealth } from './queries/get-health.ts'
import { getPlan } from './queries/get-plan.ts'

/** Everything that can be done to plans. */
export const scheduleCommands: readonly Command[] = [
  changePlanItem,
  changePlanSettings,
  saveCalendar,
  removeCalendar,
  takeBaseline,
  addPhase,
  changePhase,
  promotePhase,
  placeInPhase,
  setRollingWave,
]

/** Everything that can be asked about plans. */
export const scheduleQueries: readonly Query[] = [getPlan, getHealth]

export { forgetPlans } from './forget-plans.ts'
export { readPlanView } from './queries/get-plan.ts'
export { scheduleReactions } from './reactions.ts'
export { createReplanJobs } from './replan.ts'
export { type PlanToSave, savePlan } from './save-plan.ts'
export type { PlanAssignment, PlanCalendar, PlanItem, PlanResource } from './store/plan.ts'
export { scheduleTopics } from './topics.ts'
