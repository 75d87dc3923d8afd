/** What the health panel looks at of an item; minutes of its own working time. */
export type HealthTask<TaskId extends string = string> = {
  readonly id: TaskId
  /** A summary, a hammock or level of effort: its dates follow from others, so logic is not asked of it. */
  readonly isDerived: boolean
  readonly isFinished: boolean
  readonly durationMin: number
  /** Null where it cannot be said: no end, or finished. */
  readonly totalFloatMin: number | null
  readonly constraint: 'none' | 'soft' | 'hard'
  /** Whether somebody or something is assigned that does it. */
  readonly hasResource: boolean
  /** Whether its effort follows from a production norm. */
  readonly hasNorm: boolean
  /** Whether it has dates that cannot be: planned before the status date, or actual ones after it. */
  readonly hasInvalidDate: boolean
  /** Whether the baseline has it finished by the status date. */
  readonly isDue: boolean
  /** Whether it finished, or is now planned to finish, after its baseline. */
  readonly isLate: boolean
}

/** A link of the plan; lag in working minutes, below 0 is a lead. */
export type HealthLink<TaskId extends string = string> = {
  readonly from: TaskId
  readonly to: TaskId
  readonly kind: 'FS' | 'SS' | 'FF' | 'SF'
  readonly lagMin: number
}

/** A plan as the panel looks at it. */
export type HealthPlan<TaskId extends string = string> = {
  readonly tasks: readonly HealthTask<TaskId>[]
  readonly links: readonly HealthLink<TaskId>[]
  /** What waits for other plans, and what other plans wait for: logic, although it leads out of this one. */
  readonly outside?: { readonly waiting: readonly TaskId[]; readonly awaited: readonly TaskId[] }
  /** All resources, and whether the plan asks more of each than it has. */
  readonly resources: readonly { readonly id: string; readonly isOverloaded: boolean }[]
  /** Working minutes in one day of the project. */
  readonly dayMin: number
  /** Critical path and float of the project's end, working minutes; null without a critical path. */
  readonly criticalLengthMin: number | null
  readonly projectFloatMin: number | null
}

/** The checks: those of DCMA's 14 points that look at single items, links or resources, and two of ours. */
export type HealthCheckName =
  | 'missing-logic'
  | 'leads'
  | 'lags'
  | 'other-than-finish-to-start'
  | 'hard-constraints'
  | 'high-float'
  | 'negative-float'
  | 'long-duration'
  | 'invalid-dates'
  | 'no-resource'
  | 'missed'
  | 'overloaded'
  | 'no-norm'

/** Outcome of one check. */
export type HealthCheck = {
  readonly name: HealthCheckName
  /** What `ids` are of: links are named `from>to`. */
  readonly of: 'item' | 'link' | 'resource'
  readonly count: number
  /** How many were looked at. */
  readonly total: number
  /** Count by total; null where there was nothing to look at. */
  readonly share: number | null
  /** The largest share that is healthy. */
  readonly threshold: number
  readonly isHealthy: boolean
  readonly ids: readonly string[]
}

/** An index of the panel; null where undefined, which is neither healthy nor not. */
export type HealthIndex = {
  readonly value: number | null
  /** The smallest value that is healthy. */
  readonly threshold: number
  readonly isHealthy: boolean | null
}

/** The health panel. */
export type Health = {
  readonly checks: readonly HealthCheck[]
  /** CPLI: critical path length with its float, by its length. */
  readonly criticalPathLengthIndex: HealthIndex
  /** BEI: items finished by those that the baseline has finished. */
  readonly baselineExecutionIndex: HealthIndex
}

/** DCMA's limit of float and of duration: 44 working days, two months. */
const LONG_DAYS = 44
const INDEX_MIN = 0.95

type ItemCheck = {
  readonly name: HealthCheckName
  readonly threshold: number
  readonly looksAt: (task: HealthTask) => boolean
  readonly isBad: (
    task: HealthTask,
    context: { readonly longMin: number; readonly loose: ReadonlySet<string> },
  ) => boolean
}

const isOpen = (task: HealthTask) => !task.isFinished && !task.isDerived
const isWork = (task: HealthTask) => isOpen(task) && task.durationMin > 0
/** What is not known is neither healthy nor not. */
const hasFloat = (task: HealthTask) => isOpen(task) && task.totalFloatMin !== null

const ITEM_CHECKS: readonly ItemCheck[] = [
  { name: 'missing-logic', threshold: 0.05, looksAt: isOpen, isBad: ({ id }, { loose }) => loose.has(id) },
  { name: 'hard-constraints', threshold: 0.05, looksAt: isOpen, isBad: (task) => task.constraint === 'hard' },
  {
    name: 'high-float',
    threshold: 0.05,
    looksAt: hasFloat,
    isBad: ({ totalFloatMin }, { longMin }) => (totalFloatMin ?? 0) > longMin,
  },
  { name: 'negative-float', threshold: 0, looksAt: hasFloat, isBad: (task) => (task.totalFloatMin ?? 0) < 0 },
  {
    name: 'long-duration',
    threshold: 0.05,
    looksAt: isOpen,
    isBad: ({ durationMin }, { longMin }) => durationMin > longMin,
  },
  {
    name: 'invalid-dates',
    threshold: 0,
    looksAt: (task) => !task.isDerived,
    isBad: (task) => task.hasInvalidDate,
  },
  { name: 'no-resource', threshold: 0, looksAt: isWork, isBad: (task) => !task.hasResource },
  {
    name: 'missed',
    threshold: 0.05,
    looksAt: (task) => !task.isDerived && task.isDue,
    isBad: (task) => task.isLate,
  },
  { name: 'no-norm', threshold: 0.05, looksAt: isWork, isBad: (task) => !task.hasNorm },
]

/**
 * The health of a plan: each check with what fails it, so that it can be mended.
 *
 * Of DCMA's 14 points the critical path test (12th) is not here: it asks for a changed plan to be
 * calculated. Overloads and items without a norm are ours.
 *
 * @param plan times in working minutes; finished items are left out where DCMA leaves them out
 * @returns checks in DCMA's order; shares from 0 to 1
 * @see DCMA, Earned Value Management System Program Analysis Pamphlet, 2012, 4.0: 14-point assessment
 */
export function assessHealth(plan: HealthPlan): Health {
  const context = { longMin: LONG_DAYS * plan.dayMin, loose: findLoose(plan) }
  const checks = [...checkLinks(plan), checkOverloads(plan)]
  for (const { name, threshold, looksAt, isBad } of ITEM_CHECKS) {
    const looked = plan.tasks.filter(looksAt)
    const ids = looked.filter((task) => isBad(task, context)).map(({ id }) => id)
    checks.push(judge({ name, of: 'item', threshold }, ids, looked.length))
  }
  return {
    checks: checks.toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name)),
    criticalPathLengthIndex: lengthIndexOf(plan),
    baselineExecutionIndex: executionIndexOf(plan),
  }
}

const ORDER: readonly HealthCheckName[] = [
  'missing-logic',
  'leads',
  'lags',
  'other-than-finish-to-start',
  'hard-constraints',
  'high-float',
  'negative-float',
  'long-duration',
  'invalid-dates',
  'no-resource',
  'missed',
  'overloaded',
  'no-norm',
]

/** Without a predecessor or without a successor; one beginning and one end a plan may have. */
function findLoose({ tasks, links, outside }: HealthPlan): ReadonlySet<string> {
  const led = new Set([...links.map(({ to }) => to), ...(outside?.waiting ?? [])])
  const leading = new Set([...links.map(({ from }) => from), ...(outside?.awaited ?? [])])
  const asked = tasks.filter((task) => !task.isDerived)
  const starts = asked.filter(({ id }) => !led.has(id))
  const ends = asked.filter(({ id }) => !leading.has(id))
  const allowed = (few: readonly HealthTask[], others: ReadonlySet<string>) =>
    few.length === 1 && few.every(({ id }) => others.has(id) || asked.length === 1)
  return new Set([
    ...(allowed(starts, leading) ? [] : starts.map(({ id }) => id)),
    ...(allowed(ends, led) ? [] : ends.map(({ id }) => id)),
  ])
}

function checkLinks({ tasks, links }: HealthPlan): readonly HealthCheck[] {
  const finished = new Set(tasks.filter((task) => task.isFinished).map(({ id }) => id))
  const open = links.filter(({ to }) => !finished.has(to))
  const check = (name: HealthCheckName, threshold: number, isBad: (link: HealthLink) => boolean) => {
    const ids = open.filter(isBad).map(({ from, to }) => `${from}>${to}`)
    return judge({ name, of: 'link', threshold }, ids, open.length)
  }
  return [
    check('leads', 0, ({ lagMin }) => lagMin < 0),
    check('lags', 0.05, ({ lagMin }) => lagMin > 0),
    check('other-than-finish-to-start', 0.1, ({ kind }) => kind !== 'FS'),
  ]
}

function checkOverloads({ resources }: HealthPlan): HealthCheck {
  const ids = resources.filter(({ isOverloaded }) => isOverloaded).map(({ id }) => id)
  return judge({ name: 'overloaded', of: 'resource', threshold: 0 }, ids, resources.length)
}

function judge(
  check: Pick<HealthCheck, 'name' | 'of' | 'threshold'>,
  ids: readonly string[],
  total: number,
): HealthCheck {
  const share = total > 0 ? ids.length / total : null
  return { ...check, count: ids.length, total, share, isHealthy: (share ?? 0) <= check.threshold, ids }
}

function lengthIndexOf({ criticalLengthMin: length, projectFloatMin: float }: HealthPlan): HealthIndex {
  if (length === null || float === null || !(length > 0)) return indexOf(null)
  return indexOf((length + float) / length)
}

function executionIndexOf({ tasks }: HealthPlan): HealthIndex {
  const asked = tasks.filter((task) => !task.isDerived)
  const due = asked.filter((task) => task.isDue).length
  return indexOf(due === 0 ? null : asked.filter((task) => task.isFinished).length / due)
}

function indexOf(value: number | null): HealthIndex {
  return { value, threshold: INDEX_MIN, isHealthy: value === null ? null : value >= INDEX_MIN }
}
