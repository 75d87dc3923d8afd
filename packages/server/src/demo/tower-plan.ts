import type { MachineId } from './cast.ts'
import { COMMISSIONING, ENABLING, FITOUT, FOUNDATION } from './tower-titles.ts'
import { addWorkDays } from './virtual-clock.ts'

/** One task of the tower's plan. `after` names the tasks it follows. */
export type PlanTask = {
  readonly key: string
  readonly title: string
  readonly parent: string | null
  readonly worker: string | null
  readonly startsOn: string | null
  readonly dueOn: string | null
  /** How many days are worked on it; null: not known yet. */
  readonly days: number | null
  readonly effortMin: number | null
  readonly effortRange: readonly [number, number] | null
  readonly isMilestone: boolean
  readonly after: readonly string[]
  readonly practice: string | null
  readonly machine: MachineId | null
  readonly drawing: string | null
  /** Cubic metres to be poured. */
  readonly concrete: number | null
}

const DAY_MIN = 480

type Draft = Partial<PlanTask> & { readonly key: string; readonly title: string }

function task(draft: Draft): PlanTask {
  return {
    parent: null,
    worker: null,
    startsOn: null,
    dueOn: null,
    days: null,
    effortMin: null,
    effortRange: null,
    isMilestone: false,
    after: [],
    practice: null,
    machine: null,
    drawing: null,
    concrete: null,
    ...draft,
  }
}

/** What happens in a zone of a level: who leads it, for how many days, and with which machine of the zone. */
type ZoneStep = {
  readonly name: string
  readonly days: number
  readonly worker: string
  readonly practice: string
  readonly machine?: 'crane' | 'pump'
  readonly concrete?: number
}

const LEVEL_STEPS: readonly ZoneStep[] = [
  { name: 'Set out grid lines', days: 1, worker: 'hana', practice: 'Setting out' },
  { name: 'Formwork', days: 2, worker: 'piotr', practice: 'Formwork', machine: 'crane' },
  { name: 'Rebar', days: 2, worker: 'emre', practice: 'Reinforcement', machine: 'crane' },
  { name: 'Pour slab', days: 1, worker: 'piotr', practice: 'Concreting', machine: 'pump', concrete: 165 },
  { name: 'Strip and check', days: 1, worker: 'greta', practice: 'Inspection' },
]
const FACADE_STEPS: readonly ZoneStep[] = [
  { name: 'Measure brackets', days: 1, worker: 'hana', practice: 'Setting out' },
  { name: 'Mount brackets', days: 2, worker: 'amir', practice: 'Façade' },
  { name: 'Hang panels', days: 3, worker: 'amir', practice: 'Façade', machine: 'crane' },
  { name: 'Seal and test', days: 1, worker: 'greta', practice: 'Inspection' },
]
const LEVELS = 20
const ZONES = ['A', 'B'] as const
/** Each zone is lifted by its own crane. */
const CRANE_OF: Readonly<Record<(typeof ZONES)[number], MachineId>> = { A: 'crane-1', B: 'crane-2' }
/** Working days from the first day to the beginning of the façade: after the last level. */
const ENVELOPE_AFTER_DAYS = 221

/** The plan as it stands, from the first day on: near phases in detail, later ones as packages with ranges. */
export function towerPlan(firstDay: string): readonly PlanTask[] {
  const enabling = chain({ phase: 'enabling', from: firstDay, titles: ENABLING, worker: 'rosa', days: 2 })
  const foundation = chain({
    phase: 'foundation',
    from: lastDay(enabling),
    titles: FOUNDATION,
    worker: 'piotr',
    days: 2,
  })
  const structure = levels('structure', { from: lastDay(foundation), steps: LEVEL_STEPS, pace: 7 })
  const envelope = levels('envelope', {
    from: addWorkDays(firstDay, ENVELOPE_AFTER_DAYS),
    steps: FACADE_STEPS,
    pace: 4,
  })
  return [
    task({ key: 'enabling', title: 'Enabling works' }),
    ...enabling,
    task({ key: 'foundation', title: 'Foundation' }),
    ...foundation,
    task({ key: 'structure', title: 'Superstructure' }),
    ...structure,
    task({
      key: 'topped-out',
      title: 'Topped out',
      parent: 'structure',
      isMilestone: true,
      dueOn: lastDay(structure),
      days: 0,
      after: [structure.at(-1)?.key ?? ''],
    }),
    task({ key: 'envelope', title: 'Envelope' }),
    ...envelope,
    task({ key: 'fitout', title: 'Fit-out' }),
    ...packages('fitout', FITOUT, [10, 30]),
    task({ key: 'commissioning', title: 'Commissioning' }),
    ...packages('commissioning', COMMISSIONING, [4, 15]),
  ]
}

function chain(of: {
  phase: string
  from: string
  titles: readonly string[]
  worker: string
  days: number
}): readonly PlanTask[] {
  let start = addWorkDays(of.from, 1)
  return of.titles.map((title, index) => {
    const startsOn = start
    const dueOn = addWorkDays(startsOn, of.days - 1)
    start = addWorkDays(dueOn, 1)
    return task({
      key: `${of.phase}-${index}`,
      title,
      parent: of.phase,
      worker: of.worker,
      startsOn,
      dueOn,
      days: of.days,
      effortMin: of.days * DAY_MIN * 2,
      after: index === 0 ? [] : [`${of.phase}-${index - 1}`],
    })
  })
}

type LevelWork = {
  readonly from: string
  readonly steps: readonly ZoneStep[]
  /** Working days from one level to the next. */
  readonly pace: number
}

function levels(phase: string, work: LevelWork): readonly PlanTask[] {
  return Array.from({ length: LEVELS }, (_, index) => index + 1).flatMap((level) => {
    const begins = addWorkDays(work.from, 1 + (level - 1) * work.pace)
    const zones = phase === 'structure' ? ZONES : (['A'] as const)
    const summary = task({ key: `${phase}-${level}`, title: `Level ${level}`, parent: phase })
    return [
      summary,
      ...zones.flatMap((zone, place) =>
        zoneTasks(phase, work, { level, zone, begins: addWorkDays(begins, place * 2) }),
      ),
    ]
  })
}

function zoneTasks(
  phase: string,
  work: LevelWork,
  at: { level: number; zone: (typeof ZONES)[number]; begins: string },
): readonly PlanTask[] {
  let start = at.begins
  return work.steps.map(({ name, days, worker, practice, machine, concrete }, index) => {
    const startsOn = start
    const dueOn = addWorkDays(startsOn, days - 1)
    start = addWorkDays(dueOn, 1)
    const key = (level: number, step: number) => `${phase}-${level}-${at.zone}-${step}`
    const before =
      index === 0
        ? at.level === 1
          ? []
          : [key(at.level - 1, work.steps.length - 1)]
        : [key(at.level, index - 1)]
    return task({
      key: key(at.level, index),
      title: `${name}, zone ${at.zone} level ${at.level}`,
      parent: `${phase}-${at.level}`,
      worker,
      startsOn,
      dueOn,
      days,
      effortMin: days * DAY_MIN * 3,
      after: before,
      practice,
      machine: machine === 'crane' ? CRANE_OF[at.zone] : machine === 'pump' ? 'pump' : null,
      drawing: `${phase === 'structure' ? 'S' : 'F'}-${at.level}${at.zone}-${index + 1}`,
      concrete: concrete ?? null,
    })
  })
}

function packages(
  phase: string,
  titles: readonly string[],
  days: readonly [number, number],
): readonly PlanTask[] {
  return titles.map((title, index) =>
    task({
      key: `${phase}-${index}`,
      title,
      parent: phase,
      effortRange: [days[0] * DAY_MIN * 4, days[1] * DAY_MIN * 4],
      after: index === 0 ? [] : [`${phase}-${index - 1}`],
    }),
  )
}

function lastDay(tasks: readonly PlanTask[]): string {
  return tasks.reduce((latest, { dueOn }) => (dueOn !== null && dueOn > latest ? dueOn : latest), '')
}
