import { type EarnedSchedule, earnSchedule } from './earned-schedule.ts'
import { type EarningRule, earnValue } from './earning-rule.ts'
import type { Performance } from './performance.ts'
import { cumulate, type PlannedPackage, type PlannedSpread, planValue, valueAt } from './planned-value.ts'
import { type MeasuredNode, rollUpPerformance } from './roll-up.ts'

/** How an item earns what was planned for it: see `EarningRule`; milestones are those directly below it. */
export const ITEM_RULES = ['percent', '0-100', '50-50', 'milestones', 'units', 'effort'] as const
/** One of them. */
export type ItemRule = (typeof ITEM_RULES)[number]

/** An item of a project; times in periods since the beginning of the baseline, amounts in one unit. */
export type ValuedItem = {
  readonly id: string
  readonly parentId: string | null
  readonly isMilestone: boolean
  readonly rule: ItemRule
  /** What the baseline planned for it, whole minor units or minutes; null: nothing. */
  readonly budget: number | null
  /** When the baseline has its work done: from a period on, working minutes in each. */
  readonly firstPeriod: number
  readonly workMin: readonly number[]
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** 0 to 1, as reported at the status date. */
  readonly shareDone: number
  /** Among the milestones of what lies above it. */
  readonly weight: number
  /** Units of its product, done and ordered; null: nobody said how many were ordered. */
  readonly units: { readonly done: number; readonly total: number } | null
  /** What the rest of it takes as estimated anew, in the unit of the budget; null: nobody did. */
  readonly newEstimateToComplete: number | null
  /** What it cost, by period. */
  readonly actuals: readonly { readonly period: number; readonly amount: number }[]
}

/** A project measured against a baseline. */
export type MeasuredProject = {
  /** At the end of each period: planned to the end of the baseline, the others up to the status date. */
  readonly planned: readonly number[]
  readonly earned: readonly number[]
  readonly actual: readonly number[]
  readonly byItem: ReadonlyMap<string, Performance>
  readonly project: Performance
  readonly schedule: EarnedSchedule
  /** Packages whose rule cannot say what they earned: they count as nothing, and are named. */
  readonly unknownIds: readonly string[]
}

type Package = {
  readonly item: ValuedItem
  readonly budget: number
  readonly spread: PlannedSpread
  readonly planned: readonly number[]
  readonly milestones: readonly ValuedItem[]
}

/**
 * Earned value of a project over time. A package is an item with a budget of its own and nothing with one
 * below it, or an item that earns by its milestones, with all that was planned below it. What is earned by
 * percent before the status date is not known: it is taken to have grown evenly since the work began.
 *
 * @param periods how many periods the series have
 * @param statusAt the status date in periods
 * @see PMI, Practice Standard for Earned Value Management, 2nd edition
 */
export function measureProject(
  items: readonly ValuedItem[],
  { periods, statusAt }: { readonly periods: number; readonly statusAt: number },
): MeasuredProject {
  const packages = packagesOf(items, periods)
  const planned = sumSeries(
    packages.map((each) => each.planned),
    periods,
  )
  const past = Math.min(periods, Math.max(0, Math.ceil(statusAt)))
  const ends = Array.from({ length: past }, (_, index) => Math.min(index + 1, statusAt))
  const byPackage = new Map(packages.map((each) => [each.item.id, each]))
  const nodes = items.map((item) => nodeOf(item, byPackage.get(item.id), statusAt))
  const { byNode, project } = rollUpPerformance(nodes)
  return {
    planned,
    earned: ends.map((at) =>
      packages.reduce((sum, each) => sum + (earnedBy(each, { at, statusAt }) ?? 0), 0),
    ),
    actual: actualSeries(items, past),
    byItem: byNode,
    project,
    schedule: earnSchedule(planned, project.earnedValue, statusAt),
    unknownIds: packages.flatMap((each) =>
      earnedBy(each, { at: statusAt, statusAt }) === null ? [each.item.id] : [],
    ),
  }
}

function packagesOf(items: readonly ValuedItem[], periods: number): readonly Package[] {
  const children = Map.groupBy(items, ({ parentId }) => parentId ?? '')
  const packages: Package[] = []
  for (const item of children.get('') ?? []) visit(item)
  return packages

  /** Whether anything at or below it has a budget. */
  function visit(item: ValuedItem): boolean {
    const below = children.get(item.id) ?? []
    if (item.rule === 'milestones' && below.length > 0) return add(item, budgetBelow(item))
    const isAnyBelow = below.map(visit).includes(true)
    return isAnyBelow || add(item, item.budget ?? 0)
  }

  function budgetBelow(item: ValuedItem): number {
    const below = children.get(item.id) ?? []
    const sum = below.reduce((total, child) => total + budgetBelow(child), 0)
    return sum > 0 ? sum : (item.budget ?? 0)
  }

  function add(item: ValuedItem, budget: number): boolean {
    if (budget <= 0) return false
    const milestones = (children.get(item.id) ?? []).filter(({ isMilestone }) => isMilestone)
    const spread = spreadOf(item, milestones)
    const { firstPeriod, workMin } = item
    const plan: PlannedPackage = { budgetMinor: budget, firstPeriod, workMin, spread }
    packages.push({ item, budget, spread, milestones, planned: planValue([plan], periods) })
    return true
  }
}

/** As it earns, so it is planned: otherwise work exactly on plan would show a variance. */
function spreadOf({ rule }: ValuedItem, milestones: readonly ValuedItem[]): PlannedSpread {
  if (rule === '0-100') return { kind: 'fixed', atStart: 0 }
  if (rule === '50-50') return { kind: 'fixed', atStart: 0.5 }
  if (rule !== 'milestones' || milestones.length === 0) return { kind: 'by-work' }
  return {
    kind: 'milestones',
    milestones: milestones.map(({ weight, firstPeriod, workMin }) => {
      return { weight, period: firstPeriod + Math.max(0, workMin.length - 1) }
    }),
  }
}

type When = { readonly at: number; readonly statusAt: number }

function earnedBy({ item, budget, planned, milestones }: Package, when: When): number | null {
  const plannedMinor = Math.round(valueAt(planned, when.at))
  return earnValue({ budgetMinor: budget, plannedMinor, rule: ruleOf(item, milestones, when) })
}

function ruleOf(item: ValuedItem, milestones: readonly ValuedItem[], when: When): EarningRule {
  const isFinished = finishedBy(item, when)
  switch (item.rule) {
    case '0-100':
    case '50-50': {
      const hasStarted = item.startedAt !== null && item.startedAt <= when.at
      const progress = isFinished ? 'finished' : hasStarted ? 'started' : 'open'
      return { kind: 'fixed', atStart: item.rule === '50-50' ? 0.5 : 0, progress }
    }
    case 'milestones':
      return {
        kind: 'milestones',
        milestones: milestones.map((each) => ({ weight: each.weight, isReached: finishedBy(each, when) })),
      }
    case 'units':
      return unitsBy(item, when)
    case 'effort':
      return { kind: 'level-of-effort' }
    default:
      return { kind: 'percent', share: isFinished ? 1 : shareBy(item, when) }
  }
}

/** Like percent, units are known as of the status date: until then they are taken to have grown evenly. */
function unitsBy(item: ValuedItem, when: When): EarningRule {
  const { units } = item
  if (units === null) return { kind: 'units', done: 0, total: 0 }
  if (finishedBy(item, when)) return { kind: 'units', done: units.total, total: units.total }
  const grown = shareBy({ ...item, shareDone: 1, finishedAt: null }, when)
  return { kind: 'units', done: units.done * grown, total: units.total }
}

/** What is wholly done without a moment at which it was, is done at the status date. */
function finishedBy({ finishedAt, shareDone }: ValuedItem, { at, statusAt }: When): boolean {
  return finishedAt === null ? shareDone >= 1 && at >= statusAt : finishedAt <= at
}

function shareBy({ startedAt, finishedAt, shareDone }: ValuedItem, { at, statusAt }: When): number {
  const until = finishedAt ?? statusAt
  if (at >= statusAt && finishedAt === null) return shareDone
  if (startedAt === null || at <= startedAt) return 0
  return until > startedAt ? shareDone * Math.min(1, (at - startedAt) / (until - startedAt)) : shareDone
}

/** An estimate of the rest counts where a budget is measured: above and below it, it would count twice. */
function nodeOf(item: ValuedItem, own: Package | undefined, statusAt: number): MeasuredNode {
  const isPast = ({ period }: { readonly period: number }) => period < statusAt
  const isOver = finishedBy(item, { at: statusAt, statusAt })
  return {
    id: item.id,
    parentId: item.parentId,
    budgetAtCompletion: own?.budget ?? 0,
    plannedValue: own ? Math.round(valueAt(own.planned, statusAt)) : 0,
    earnedValue: own ? (earnedBy(own, { at: statusAt, statusAt }) ?? 0) : 0,
    actualCost: item.actuals.filter(isPast).reduce((sum, { amount }) => sum + amount, 0),
    newEstimateToComplete: own && !isOver ? item.newEstimateToComplete : null,
  }
}

function actualSeries(items: readonly ValuedItem[], past: number): readonly number[] {
  const amounts = Array.from({ length: past }, () => 0)
  for (const { actuals } of items) {
    for (const { period, amount } of actuals) {
      // What was spent before the baseline begins was spent by its first period.
      const at = Math.max(0, period)
      if (at < past) amounts[at] = (amounts[at] ?? 0) + amount
    }
  }
  return cumulate(amounts)
}

function sumSeries(all: readonly (readonly number[])[], periods: number): readonly number[] {
  const sums = Array.from({ length: periods }, () => 0)
  for (const series of all)
    for (const [index, value] of series.entries()) sums[index] = (sums[index] ?? 0) + value
  return sums
}
