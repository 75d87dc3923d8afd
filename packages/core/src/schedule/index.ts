export { type BaselineItem, type MeasuredRow, snapshotBaseline } from './baseline.ts'
export { type Numbered, numberOutline, type OutlineEntry } from './outline.ts'
export { checkPhases, PHASE_STATES, PHASES_MAX, type Phase, type PhaseState } from './phase.ts'
export { type DatesFrom, type PlannedWork, type PlanRow, planRows } from './plan-rows.ts'
