import type { Id, Instant } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'
import type { ProjectPlan } from '../project-plan/project-plan.ts'
import type { RiskPlan } from '../risk/risk-plan.ts'

/** An entry of a project's risk register: what may happen, how likely, and what it would delay and cost. */
export type ProjectRisk = {
  readonly id: Id<'Risk'>
  readonly title: string
  /** 0 to 1. */
  readonly probability: number
  /** Working minutes that each of its items takes longer. */
  readonly delayLowMin: number
  readonly delayHighMin: number
  /** Minor units, once. */
  readonly costLowMinor: number
  readonly costHighMinor: number
  /** What it delays; without any, the end of the dated work. */
  readonly itemIds: readonly Id<'WorkItem'>[]
}

/** What is believed of the effort of an item, in minutes; likely is null where only a range was given. */
export type EffortRange = {
  readonly lowMin: number
  readonly likelyMin: number | null
  readonly highMin: number
}

/** What an item costs, minor units: once, and while it lasts. */
export type ItemCost = { readonly fixedMinor: number; readonly runningMinor: number }

/** Everything that a forecast of a project follows from. */
export type ForecastFacts = {
  readonly plan: ProjectPlan
  readonly ranges: ReadonlyMap<Id<'WorkItem'>, EffortRange>
  readonly costs: ReadonlyMap<Id<'WorkItem'>, ItemCost>
  readonly phases: readonly Phase[]
  readonly risks: readonly ProjectRisk[]
  /** How an estimate between its ends is spread. */
  readonly shape: 'pert' | 'triangular'
  /** How much items move together, 0 to 1: what makes one late makes others late. */
  readonly correlation: number
}

/** What a forecast takes in and what it leaves out, to be said beside it. */
export type ForecastScope = {
  /** Open items with a place in time that take time, and those among them whose duration is a range. */
  readonly openItems: number
  readonly rangedItems: number
  /** The others: where ranges would help. In the order of the plan. */
  readonly unrangedIds: readonly Id<'WorkItem'>[]
  readonly risks: number
  /** Later phases that are in as ranges, and names of those that say too little to be. */
  readonly rangedPhases: number
  readonly openPhases: readonly string[]
  readonly hasCost: boolean
}

/** A project as a simulation runs it. */
export type ForecastModel = {
  readonly plan: RiskPlan
  readonly scope: ForecastScope
  /** When the dated work finishes as it is calculated: the moment, and working minutes of the project. */
  readonly plannedFinishAt: Instant
  readonly plannedFinishMin: number
  /** The moment at which so many working minutes of the project are done. */
  readonly momentOf: (workMin: number) => Instant
}
