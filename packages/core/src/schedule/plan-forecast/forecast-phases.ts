import { dayStarts, type Minute } from '../../calendar/index.ts'
import { dayNumber, type PlainDate } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'
import { estimatePhase, type Range, type Takes, takesOf } from '../phase-sums/estimate-phase.ts'
import type { RiskEvent, RiskLink, RiskTask } from '../risk/risk-plan.ts'
import type { Spread } from '../risk/spread.ts'
import type { Calculated } from './calculated.ts'
import type { ForecastFacts } from './forecast-facts.ts'

/** Where all dated work is done. */
export const NEAR_END = 'dated work ends'

/** Later phases as tasks that follow each other behind the dated work. */
export type ForecastPhases = {
  readonly tasks: readonly RiskTask[]
  readonly links: readonly RiskLink[]
  readonly events: readonly RiskEvent[]
  readonly openPhases: readonly string[]
}

/**
 * Puts later phases behind each other. How long one takes is as wide as was said, or as the days between which it may
 * end, or as its packages; nobody said where in there it is likely, so each is as good as another. A phase of which
 * nothing says how long it lasts cannot be put anywhere, and is named.
 */
export function forecastPhases(calculated: Calculated, facts: ForecastFacts): ForecastPhases {
  const { laterPhaseIds, timeZone } = facts.plan
  const later = facts.phases.filter(({ id }) => laterPhaseIds.has(id)).toSorted(byRank)
  const tasks: RiskTask[] = []
  const links: RiskLink[] = []
  const events: RiskEvent[] = []
  const openPhases: string[] = []
  let before = NEAR_END
  let since = calculated.workOf(calculated.network.finishAt)
  for (const phase of later) {
    const begins = phase.startsOn === null ? null : startOf(phase.startsOn, timeZone)
    const startMin = begins === null ? since : Math.max(0, calculated.workOf(begins))
    const takes = takesIn(phase, facts)
    events.push(...costOf(phase, takes))
    const length =
      takesOf(phase).duration ?? untilEnds(phase, startMin, { calculated, timeZone }) ?? takes.duration
    if (length === null) {
      openPhases.push(phase.name)
      continue
    }
    const duration = between(length.low, length.high)
    tasks.push({ id: phase.id, duration, ...(begins === null ? {} : { earliestStartMin: startMin }) })
    links.push({ from: before, to: phase.id, kind: 'FS', lagMin: 0 })
    before = phase.id
    since = startMin + (length.low + length.high) / 2
  }
  return { tasks, links, events, openPhases }
}

/** What a phase takes, with its packages. */
function takesIn(phase: Phase, { plan, packages }: ForecastFacts): Takes {
  const inside = plan.rows.filter(({ phaseId, isSummary }) => phaseId === phase.id && !isSummary)
  return estimatePhase(
    phase,
    inside.flatMap(({ itemId }) => packages.get(itemId) ?? []),
  )
}

type Clock = { readonly calculated: Calculated; readonly timeZone: string }

/** How long a phase lasts that ends between two days. */
function untilEnds(phase: Phase, startMin: number, { calculated, timeZone }: Clock): Range | null {
  const ends = endsOf(phase, timeZone)
  if (!ends) return null
  const [low = 0, high = 0] = ends.map((at) => Math.max(0, calculated.workOf(at) - startMin))
  return { low, high }
}

function byRank(one: Phase, other: Phase): number {
  if (one.rank === other.rank) return one.id < other.id ? -1 : 1
  return one.rank < other.rank ? -1 : 1
}

/** When the earliest and the latest last day are over. */
function endsOf({ finishLowOn, finishHighOn }: Phase, timeZone: string): readonly Minute[] | null {
  if (finishLowOn === null || finishHighOn === null) return null
  return [finishLowOn, finishHighOn].map((day) => startOf(day, timeZone, 1))
}

function startOf(day: PlainDate, timeZone: string, later = 0): Minute {
  const number = (dayNumber(day) ?? 0) + later
  return dayStarts(timeZone, number, number + 1)[0] ?? 0
}

/** What a phase costs is certain to come, and only how much is not. */
function costOf({ id }: Phase, { cost }: Takes): readonly RiskEvent[] {
  if (cost === null) return []
  return [{ id: `${id} costs`, probability: 1, impacts: [], cost: between(cost.low, cost.high) }]
}

/** Anywhere between two values. */
export function between(low: number, high: number): Spread {
  return low < high ? { kind: 'uniform', low, high } : { kind: 'point', value: low }
}
