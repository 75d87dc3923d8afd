import {
  chanceOf,
  curveOf,
  type RiskOptions,
  type RiskPlan,
  type RiskResult,
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
  }
}

/** By how much a task moves the finish, then by how often it is on the longest path. */
function weightOf({ rankCorrelation, criticalityIndex }: TaskRisk): number {
  return Math.abs(rankCorrelation) + criticalityIndex / 1000
}
