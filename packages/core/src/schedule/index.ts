export { type BaselineItem, type MeasuredRow, snapshotBaseline } from './baseline.ts'
export {
  type BufferedChain,
  type BufferRule,
  bufferChain,
  type FeedingChain,
  findCriticalChain,
  sizeBuffer,
} from './chain/buffers.ts'
export {
  type ChainProgress,
  FEVER_LINES,
  type FeverLines,
  type FeverPoint,
  type FeverZone,
  takeFever,
  type ZoneLine,
} from './chain/fever.ts'
export type { ChainNetwork, ChainTask } from './chain/network.ts'
export { checkPlan, type DatedTask, type Violation } from './check/check-plan.ts'
export { type Conflict, findConflicts } from './conflict/find-conflicts.ts'
export { type Contradiction, findContradictions, isHard } from './conflict/find-contradictions.ts'
export {
  checkClosing,
  checkGateGone,
  decideGate,
  type GatePlan,
  type GateVerdict,
  planGate,
  tickCriterion,
} from './decide-gate.ts'
export {
  freshGate,
  GATE_OUTCOMES,
  type Gate,
  type GateCriterion,
  type GateDecision,
  type GateOutcome,
  type GateState,
  gateDay,
  gateState,
  hasPassed,
} from './gate.ts'
export {
  assessHealth,
  type Health,
  type HealthCheck,
  type HealthCheckName,
  type HealthIndex,
  type HealthLink,
  type HealthPlan,
  type HealthTask,
} from './health/health.ts'
export type { LevelBounds } from './level/bounds.ts'
export { checkLevelled, type LevelViolation } from './level/check-levelled.ts'
export {
  buildLevelNetwork,
  justifyTwice,
  type LevelNetwork,
  type LevelPlan,
  type LevelProgress,
  type LevelSearch,
  type LevelSettings,
  levelNetwork,
  startLevelSearch,
} from './level/level.ts'
export type {
  LevelActivity,
  LevelFault,
  LevelLink,
  LevelProject,
} from './level/level-project.ts'
export { checkLevelledPlans, type LevelledViolation } from './level-plan/check-levelled-plans.ts'
export type { LevelReason } from './level-plan/explain.ts'
export {
  type LevelInput,
  type LevelTask,
  PRIORITY_MAX,
  PRIORITY_USUAL,
} from './level-plan/level-input.ts'
export {
  type LevelledPlans,
  type LevelledTask,
  levelPlans,
  type PlansLevelling,
  type PlansProgress,
  startLevelling,
} from './level-plan/level-plans.ts'
export { type LoadBucket, type LoadSpan, loadOf, type ResourceLoad } from './level-plan/load.ts'
export { outsideWorkOf } from './level-plan/outside-work.ts'
export { findOverloads, type Overload } from './level-plan/overloads.ts'
export type {
  Alternatives,
  OutsideWork,
  PlanAssignment,
  PlanResource,
  PooledPlans,
  ResourceKind,
} from './level-plan/resources.ts'
export { type SkillBucket, type SkillLoad, skillLoadOf } from './level-plan/skill-load.ts'
export {
  EU_WORKING_TIME,
  findWorkingTimeBreaches,
  type WorkingTimeBreach,
  type WorkingTimeLimits,
} from './level-plan/working-time.ts'
export { type BridgedLink, bridgeLinks } from './network/bridge-links.ts'
export type { CalendarWait } from './network/calendar-wait.ts'
export {
  CONSTRAINT_KINDS,
  type Constraint,
  type ConstraintKind,
  type LagCalendar,
  type LagUnit,
  type LinkKind,
  type OutsideLink,
  type OutsideTask,
  type PlanInput,
  type PlanLink,
  type PlanOptions,
  type PlanTask,
  type Precedence,
  type ProgressRule,
  type TaskKind,
  USUAL_NEAR_CRITICAL_MIN,
} from './network/plan.ts'
export { PlanNetwork } from './network/plan-network.ts'
export { type PlannedTask, plannedTasks, type Reason } from './network/planned-tasks.ts'
export {
  checkSplits,
  type Gap,
  NO_GAPS,
  NO_SPLITS,
  type Split,
} from './network/splits.ts'
export { checkStructure, type StructureLink, type StructureTask } from './network/structure.ts'
export { type Arrow, type LinkOrder, orderLinks } from './order-links.ts'
export { type Numbered, numberOutline, type OutlineEntry } from './outline.ts'
export { type OutlinePlace, type Placing, placeOutline } from './outline-shape/place-outline.ts'
export {
  endOfBranch,
  evenOutline,
  headsOf,
  type OutlineLine,
  type OutlineStep,
  shapeOutline,
} from './outline-shape/shape-outline.ts'
export {
  checkPhases,
  checkRanges,
  PHASE_STATES,
  PHASES_MAX,
  type Phase,
  type PhaseState,
  type Ranges,
} from './phase.ts'
export { estimatePhase, type Package, type Range, type Takes } from './phase-sums/estimate-phase.ts'
export type { Sum } from './phase-sums/open-sums.ts'
export { type LaterFacts, type LaterSum, sumLater } from './phase-sums/sum-later.ts'
export { type PhaseSum, type PhaseSums, type SumFacts, sumPhases } from './phase-sums/sum-phases.ts'
export { changedFindings, type PlanFinding, planFindings, type SightOf } from './plan-findings.ts'
export {
  type ChainFacts,
  type ChainPool,
  chainOfProject,
  type ProjectChain,
} from './plan-forecast/chain-of-project.ts'
export {
  type EffortRange,
  ESTIMATE_SHAPES,
  type EstimateShape,
  type FinishedWork,
  HISTORY_MIN,
  readHistory,
} from './plan-forecast/estimate-shape.ts'
export type {
  ForecastFacts,
  ForecastModel,
  ForecastScope,
  HistoryScope,
  ItemCost,
  ProjectRisk,
} from './plan-forecast/forecast-facts.ts'
export { modelForecast } from './plan-forecast/model-forecast.ts'
export { type DatesFrom, type PlannedWork, type PlanRow, planRows } from './plan-rows.ts'
export {
  changeItemPlan,
  changeItemWork,
  type ItemPlan,
  totalCostAfter,
} from './project-plan/change-item-plan.ts'
export {
  changePlanFields,
  isPlannable,
  type PlanFields,
  type PlannedItem,
  type PlanPatch,
  type UsualNorm,
  type WorkFields,
} from './project-plan/change-plan-fields.ts'
export {
  checkResource,
  type KnownResources,
  type ResourceToKeep,
} from './project-plan/check-resource.ts'
export { gapsOfRows, type RowGap } from './project-plan/gaps-of-rows.ts'
export {
  type FloatingRow,
  healthPlanOf,
  type ProjectHealthFacts,
} from './project-plan/health-of-project.ts'
export { type KeptDates, keepItemDates } from './project-plan/keep-item-dates.ts'
export { openNow } from './project-plan/open-now.ts'
export { outsidePlaceOf } from './project-plan/outside-place.ts'
export type {
  CalculatedProject,
  NamedReason,
  ProjectConflict,
  ProjectDates,
} from './project-plan/plan-project.ts'
export { type ProjectPool, poolOfProject } from './project-plan/pool-of-project.ts'
export { type MoveProgress, progressOfMove, type StateMove } from './project-plan/progress-of-move.ts'
export { ProjectCalculation } from './project-plan/project-calculation.ts'
export type {
  AvailabilityPeriod,
  OutsidePlace,
  OutsideTies,
  PlanSettings,
  ProjectAssignment,
  ProjectLink,
  ProjectOutsideLink,
  ProjectPlan,
  ProjectResource,
  ProjectRow,
} from './project-plan/project-plan.ts'
export { keepsDates } from './project-plan/project-plan.ts'
export { movePart, type SplitGround, splitRow } from './project-plan/split-row.ts'
export {
  type Periods,
  type PhasedWorkMin,
  periodsBetween,
  placeIn,
  timePhase,
  type WorkedSpan,
} from './project-plan/time-phase.ts'
export { toPlanInput, toPlanTask, workingMinutes } from './project-plan/to-plan-input.ts'
export {
  type CurvePoint,
  chanceOf,
  curveOf,
  type Distribution,
  percentileOf,
} from './risk/distribution.ts'
export { analysePert, type PertAnalysis, type PertTask, pertChance } from './risk/pert.ts'
export type { RiskEvent, RiskLink, RiskPlan, RiskTask, TaskLevelling } from './risk/risk-plan.ts'
export {
  type EventRisk,
  type RiskOptions,
  type RiskProgress,
  type RiskResult,
  runRisk,
  type Sensitivity,
  simulateRisk,
  type TaskRisk,
  tornadoOf,
} from './risk/simulate.ts'
export { isSpread, type Spread } from './risk/spread.ts'
export {
  checkMoves,
  checkNewPhase,
  checkPackages,
  checkWave,
  type PhasedWork,
  type PhaseMove,
  type PhasePlace,
  promotePhase,
} from './rolling-wave.ts'
export {
  type FixedReason,
  type Shift,
  type ShiftableRow,
  type ShiftEnd,
  type ShiftGround,
  shiftOf,
  whyFixed,
} from './shift-row.ts'
export { addAssignee, type NewAssignee, removeAssignee } from './work-model/change-assignees.ts'
export { changeWork, type WorkChange } from './work-model/change-work.ts'
export {
  durationOf,
  TASK_TYPES,
  type TaskType,
  type TaskWork,
  UNITS_MAX,
  type WorkShare,
} from './work-model/task-work.ts'
