import type { Id, Instant } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'
import type { Package } from '../phase-sums/estimate-phase.ts'
import type { ProjectPlan } from '../project-plan/project-plan.ts'
import type { RiskPlan } from '../risk/risk-plan.ts'
import type { EffortRange, EstimateShape, FinishedWork } from './estimate-shape.ts'

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

/** What an item costs, minor units: once, and while it lasts. */
export type ItemCost = { readonly fixedMinor: number; readonly runningMinor: number }

/** Everything that a forecast of a project follows from. */
export type ForecastFacts = {
  readonly plan: ProjectPlan
  readonly ranges: ReadonlyMap<Id<'WorkItem'>, EffortRange>
  readonly costs: ReadonlyMap<Id<'WorkItem'>, ItemCost>
  readonly phases: readonly Phase[]
  /** What is said of items as ranges: later phases are estimated by theirs, too. */
  readonly packages: ReadonlyMap<Id<'WorkItem'>, Package>
  readonly risks: readonly ProjectRisk[]
  /** How estimates are spread, and those items of which somebody said otherwise. */
  readonly shape: EstimateShape
  readonly shapes: ReadonlyMap<Id<'WorkItem'>, EstimateShape>
  /** Of which kind items are, and finished work of these kinds, here and elsewhere. */
  readonly kinds: ReadonlyMap<Id<'WorkItem'>, string>
  readonly finished: readonly FinishedWork[]
  /** How much items move together, 0 to 1: what makes one late makes others late. */
  readonly correlation: number
  /** Work that is left begins no earlier; null: as the plan says. */
  readonly startAt: Instant | null
  /** Whether people and machines do one thing after the other in each run; otherwise runs follow links alone. */
  readonly isLevelled: boolean
}

/** Own history as far as a forecast can use it: one kind of work. */
export type HistoryScope = {
  readonly kind: string
  /** Finished items that say how long such work takes. */
  readonly samples: number
  /** Open items of the plan that are of this kind, and those among them that are spread by it. */
  readonly openItems: number
  readonly usedBy: number
  /** Whether there are enough samples: see `HISTORY_MIN`. */
  readonly isEnough: boolean
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
  /** Kinds of the open items, the most frequent first. */
  readonly histories: readonly HistoryScope[]
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
