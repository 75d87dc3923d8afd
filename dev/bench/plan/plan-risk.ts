import { seededRandom } from '@millrace/core/kernel'
import { percentileOf, type RiskPlan, runRisk, type Spread } from '@millrace/core/schedule'

const RUNS = 10_000
const REPEATS = 5
const FACTORS = 10

type Row = { readonly tasks: number; readonly links: number; readonly what: string; readonly cpuMs: number }

/** Monte Carlo by number of tasks: estimates of one kind, with correlation and criticality always counted. */
export function run(): void {
  console.log(`Schedule risk: ${RUNS} runs, CPU of the process, median of ${REPEATS}, criticality included`)
  console.log('\n| tasks (links) | estimates | CPU ms | ns per task and run | P50 min | P80 min | P95 min |')
  console.log('|---|---|---|---|---|---|---|')
  for (const tasks of [100, 1000, 5000]) {
    for (const kind of ['triangular', 'pert'] as const) {
      for (const share of [0, 0.3]) measure(makePlan({ tasks, kind, share }), { kind, share })
    }
    measure(levelled(makePlan({ tasks, kind: 'pert', share: 0.3 })), { kind: 'levelled, pert', share: 0.3 })
  }
}

const PEOPLE = 20

/** One of twenty people on each task, to be levelled in each run. */
function levelled(plan: RiskPlan): RiskPlan {
  return {
    ...plan,
    tasks: plan.tasks.map((task, priority) => ({
      ...task,
      levelling: {
        ...{ priority, earliestStartMin: 0, keepsPlace: false },
        needs: [{ resourceId: `${priority % PEOPLE}`, units: 1 }],
      },
    })),
    resources: Array.from({ length: PEOPLE }, (_, id) => ({ id: `${id}`, units: 1 })),
  }
}

function measure(plan: RiskPlan, { kind, share }: { readonly kind: string; readonly share: number }): void {
  const times: number[] = []
  let result = runRisk(plan, { seed: 1, runs: 64 })
  for (let i = 0; i < REPEATS; i++) {
    const before = process.cpuUsage()
    result = runRisk(plan, { seed: 1, runs: RUNS })
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const row: Row = {
    tasks: plan.tasks.length,
    links: plan.links.length,
    what: share === 0 ? kind : `${kind}, ${FACTORS} factors, correlation ${share}`,
    cpuMs: times.toSorted((a, b) => a - b)[REPEATS >> 1] ?? 0,
  }
  const each = (row.cpuMs * 1e6) / RUNS / row.tasks
  const percentiles = [0.5, 0.8, 0.95].map((part) => Math.round(percentileOf(result.finish, part)))
  console.log(
    `| ${row.tasks} (${row.links}) | ${row.what} | ${Math.round(row.cpuMs)} | ${each.toFixed(0)} | ${percentiles.join(' | ')} |`,
  )
}

type Shape = { readonly tasks: number; readonly kind: 'triangular' | 'pert'; readonly share: number }

/** About 1.8 links a task, from the 60 tasks before it. */
function makePlan({ tasks, kind, share }: Shape): RiskPlan {
  const random = seededRandom(tasks)
  const spread = (): Spread => {
    const low = 240 + Math.floor(random() * 2400)
    const likely = low * (1 + random())
    return { kind, low, likely, high: likely * (1 + random() * 2) }
  }
  const links = Array.from({ length: tasks }, (_, to) => {
    const count = to === 0 ? 0 : Math.floor(random() * 2.6) + (random() < 0.8 ? 1 : 0)
    return Array.from({ length: count }, () => ({
      from: `${to - 1 - Math.floor(random() * Math.min(60, to))}`,
      to: `${to}`,
      kind: 'FS' as const,
      lagMin: 0,
    }))
  }).flat()
  return {
    tasks: Array.from({ length: tasks }, (_, index) => ({
      id: `${index}`,
      duration: spread(),
      ...(share > 0 && { correlation: { factor: `${index % FACTORS}`, share } }),
    })),
    links,
  }
}
