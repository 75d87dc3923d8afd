import { STANDARD_WEEK, type WorkingCalendar } from '@millrace/core/calendar'
import { type Random, seededRandom } from '@millrace/core/kernel'
import {
  type LinkKind,
  type PlanInput,
  type PlanLink,
  PlanNetwork,
  type PlanTask,
  plannedTasks,
} from '@millrace/core/schedule'

const START = Date.parse('2026-11-02T08:00Z') / 60_000
const SIZES = [1000, 10_000, 100_000]
const REPEATS = 7
const EDITS = 200
const WINDOW = 400

/** Plans of four calendars: a whole calculation, both passes, and edits, by number of items. */
export function run(): void {
  console.log(`Network: CPU ms, median of ${REPEATS}; edits: ${EDITS} changes of single durations`)
  console.log(
    '\n| items (links) | from data to dates | two passes | edit median | edit p95 | edit worst | passes / passes at 10,000 | edit p95 / two passes |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  const rows = SIZES.map(measure)
  const middle = rows.find(({ items }) => items === 10_000)?.passes ?? 1
  for (const { items, links, whole, passes, edits } of rows) {
    const [median, late, worst] = [edits[EDITS >> 1], edits[Math.floor(EDITS * 0.95)], edits.at(-1)].map(
      (each) => each ?? 0,
    )
    console.log(
      `| ${items} (${links}) | ${whole.toFixed(1)} | ${passes.toFixed(1)} | ${[median, late, worst].map((each) => (each ?? 0).toFixed(3)).join(' | ')} | ${(passes / middle).toFixed(2)} | 1/${(passes / (late ?? 1)).toFixed(0)} |`,
    )
  }
}

function measure(items: number) {
  const input = makePlan(items)
  const whole = medianOf(() => networkOf(input))
  // A task that lies as late as it can makes every change calculate both passes twice.
  const [first] = input.tasks
  if (!first) throw new Error('no task')
  const late = { ...first, constraint: { kind: 'ALAP' as const, at: null } }
  const twice = networkOf({ ...input, tasks: input.tasks.with(0, late) })
  const passes = medianOf(() => twice.change(new Map([[0, late]]))) / 2
  return { items, links: input.links.length, whole, passes, edits: measureEdits(input) }
}

function measureEdits(input: PlanInput): readonly number[] {
  const random = seededRandom(5)
  const network = networkOf(input)
  let tasks = input.tasks
  const times = Array.from({ length: EDITS }, () => {
    const index = Math.floor(random() * tasks.length)
    const task = tasks[index]
    if (!task) return 0
    const changed = { ...task, durationMin: 60 * (1 + Math.floor(random() * 80)) }
    tasks = tasks.with(index, changed)
    return cpuOf(() => network.change(new Map([[index, changed]])))
  })
  const whole = networkOf({ ...input, tasks })
  if (JSON.stringify(plannedTasks(whole)) !== JSON.stringify(plannedTasks(network))) {
    throw new Error('after the edits the plan is not the same as calculated anew')
  }
  return times.toSorted((a, b) => a - b)
}

function networkOf(input: PlanInput): PlanNetwork {
  const network = PlanNetwork.of(input)
  if (!network.ok) throw new Error(network.refusal.code)
  return network.value
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function medianOf(work: () => void): number {
  const times = Array.from({ length: REPEATS }, () => cpuOf(work))
  return times.toSorted((a, b) => a - b)[REPEATS >> 1] ?? 0
}

/** 2.4 links an item, from the 400 before it: nine of ten finish to start, a fifth with a lag or a lead. */
function makePlan(items: number): PlanInput {
  const random = seededRandom(items)
  const below = (limit: number) => Math.floor(random() * limit)
  const tasks = Array.from(
    { length: items },
    (_, index): PlanTask => ({
      id: String(index),
      parentId: null,
      kind: 'task',
      durationMin: 60 * (1 + below(80)),
      isElapsed: false,
      calendarId: ['office', 'crew', 'night', 'always'][below(4)] ?? null,
      constraint: null,
      deadlineAt: null,
      levelledAt: null,
      manual: null,
      actual: null,
    }),
  )
  const links = tasks.flatMap((_, to) => {
    const count = to === 0 ? 0 : 2 + (random() < 0.4 ? 1 : 0)
    return Array.from(
      { length: count },
      (_none, which): PlanLink => ({
        id: `${to}/${which}`,
        fromId: String(to - 1 - below(Math.min(WINDOW, to))),
        toId: String(to),
        kind: kindOf(random),
        lag: random() < 0.2 ? 60 * (below(17) - 4) : 0,
        lagUnit: 'workingMin',
      }),
    )
  })
  return {
    tasks,
    links,
    calendars: CALENDARS,
    options: {
      startAt: START,
      statusAt: null,
      calendarId: 'office',
      lagCalendar: 'successor',
      precedence: 'logic',
      progress: 'retained',
      criticalMin: 0,
      nearCriticalMin: 0,
    },
  }
}

function kindOf(random: Random): LinkKind {
  const drawn = random()
  if (drawn < 0.9) return 'FS'
  if (drawn < 0.94) return 'SS'
  return drawn < 0.98 ? 'FF' : 'SF'
}

const base = { baseId: null, timeZone: 'Europe/Berlin', periods: [], exceptions: [] }
const CALENDARS: readonly WorkingCalendar[] = [
  { ...base, id: 'office', name: 'Office', week: STANDARD_WEEK },
  {
    ...base,
    id: 'crew',
    baseId: 'office',
    name: 'Crew',
    week: [null, null, null, null, null, [{ from: 360, to: 840 }], null],
    exceptions: Array.from({ length: 20 }, (_, year) => ({
      name: 'Year end',
      from: `${2026 + year}-12-24`,
      to: `${2026 + year}-12-31`,
      shifts: [],
    })),
  },
  { ...base, id: 'night', name: 'Night', week: Array.from({ length: 7 }, () => [{ from: 1320, to: 1800 }]) },
  { ...base, id: 'always', name: 'Always', week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) },
]
