import {
  chanceOf,
  curveOf,
  type RiskOptions,
  type RiskPlan,
  type RiskResult,
  type Sensitivity,
  simulateRisk,
  type TaskRisk,
} from '@millrace/core/schedule'

/** What a simulation is asked. */
export type SimulationQuestion = Pick<RiskOptions, 'runs' | 'seed'> & {
  readonly plan: RiskPlan
  /** The finish as planned, working minutes, to be told how likely it is. */
  readonly plannedFinishMin: number
  readonly hasCost: boolean
  /** The tasks that are wanted in the answer: the others are beginnings and ends. */
  readonly itemIds: readonly string[]
  /** Entries of the risk register, and later phases: named beside them. */
  readonly riskIds: readonly string[]
  readonly phaseIds: readonly string[]
}

/** What is kept of a simulation: curves of a hundred steps, and the tasks that matter. */
export type Simulated = {
  /** Working minutes that 1, 2, ... 100 percent of the runs keep. */
  readonly finishMin: readonly number[]
  /** The same without waiting for people and machines; null: the runs were not levelled. */
  readonly unlevelledFinishMin: readonly number[] | null
  readonly costMinor: readonly number[] | null
  readonly plannedChance: number
  readonly tasks: readonly TaskRisk[]
  readonly others: readonly OtherRisk[]
}

/** What a risk or a later phase means for the finish; of a risk nobody knows whether the longest path leads through it. */
export type OtherRisk = Sensitivity & {
  readonly kind: 'risk' | 'phase'
  readonly id: string
  readonly criticalityIndex: number | null
}

const STEPS = 100
const TASKS_MAX = 100

/** Simulates in slices, telling how many runs are done after each. */
export function* simulateQuestion(question: SimulationQuestion): Generator<number, Simulated, void> {
  const { plan, runs, seed } = question
  const simulation = simulateRisk(plan, { runs, seed })
  for (;;) {
    const step = simulation.next()
    if (step.done) return conclude(step.value, question)
    yield step.value.runs
  }
}

function conclude(result: RiskResult, question: SimulationQuestion): Simulated {
  const wanted = new Set(question.itemIds)
  const valuesOf = (distribution: RiskResult['finish']) =>
    curveOf(distribution, STEPS).map(({ value }) => Math.round(value))
  return {
    finishMin: valuesOf(result.finish),
    unlevelledFinishMin: result.unlevelledFinish && valuesOf(result.unlevelledFinish),
    costMinor: question.hasCost ? valuesOf(result.cost) : null,
    // A minute is not worth a difference: calendars count in whole ones.
    plannedChance: chanceOf(result.finish, question.plannedFinishMin + 1),
    tasks: result.tasks
      .filter(({ id }) => wanted.has(id))
      .toSorted((a, b) => weightOf(b) - weightOf(a))
      .slice(0, TASKS_MAX),
    others: othersIn(result, question),
  }
}

/** Those that move the finish, the strongest first. */
function othersIn(
  { tasks, events }: RiskResult,
  { riskIds, phaseIds }: SimulationQuestion,
): readonly OtherRisk[] {
  const [risks, phases] = [new Set(riskIds), new Set(phaseIds)]
  return [
    ...events.flatMap((event): readonly OtherRisk[] =>
      risks.has(event.id) ? [{ kind: 'risk', ...event, criticalityIndex: null }] : [],
    ),
    ...tasks.flatMap((task): readonly OtherRisk[] =>
      phases.has(task.id) ? [{ kind: 'phase', ...task }] : [],
    ),
  ]
    .filter(({ rankCorrelation }) => rankCorrelation !== 0)
    .toSorted((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation))
    .slice(0, TASKS_MAX)
}

/** By how much a task moves the finish, then by how often it is on the longest path. */
function weightOf({ rankCorrelation, criticalityIndex }: TaskRisk): number {
  return Math.abs(rankCorrelation) + criticalityIndex / 1000
}
