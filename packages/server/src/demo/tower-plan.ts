import { addWorkDays } from './virtual-clock.ts'

/** One task of the tower's plan. `after` names the tasks it follows. */
export type PlanTask = {
  readonly key: string
  readonly title: string
  readonly parent: string | null
  readonly worker: string | null
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly effortMin: number | null
  readonly effortRange: readonly [number, number] | null
  readonly isMilestone: boolean
  readonly after: readonly string[]
  readonly practice: string | null
}

const DAY_MIN = 480

type Draft = Partial<PlanTask> & { readonly key: string; readonly title: string }

function task(draft: Draft): PlanTask {
  return {
    parent: null,
    worker: null,
    startsOn: null,
    dueOn: null,
    effortMin: null,
    effortRange: null,
    isMilestone: false,
    after: [],
    practice: null,
    ...draft,
  }
}

/** What happens on each level of the superstructure, with days and who leads it. */
const LEVEL_STEPS = [
  ['Set out grid lines', 1, 'hana', 'Setting out'],
  ['Formwork', 2, 'piotr', 'Formwork'],
  ['Rebar', 2, 'emre', 'Reinforcement'],
  ['Pour slab', 1, 'piotr', 'Concreting'],
  ['Strip and check', 1, 'greta', 'Inspection'],
] as const
const LEVELS = 20
const ZONES = ['A', 'B'] as const
const FACADE_STEPS = [
  ['Measure brackets', 1, 'hana', 'Setting out'],
  ['Mount brackets', 2, 'amir', 'Façade'],
  ['Hang panels', 3, 'amir', 'Façade'],
  ['Seal and test', 1, 'greta', 'Inspection'],
] as const

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
    from: addWorkDays(lastDay(foundation), 70),
    steps: FACADE_STEPS,
    pace: 9,
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
      effortMin: of.days * DAY_MIN * 2,
      after: index === 0 ? [] : [`${of.phase}-${index - 1}`],
    })
  })
}

type LevelWork = {
  readonly from: string
  readonly steps: readonly (readonly [string, number, string, string])[]
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
  at: { level: number; zone: string; begins: string },
): readonly PlanTask[] {
  let start = at.begins
  return work.steps.map(([name, days, worker, practice], index) => {
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
      effortMin: days * DAY_MIN * 3,
      after: before,
      practice,
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

const ENABLING = [
  'Fence and gate',
  'Site offices',
  'Power and water',
  'Clear the plot',
  'Utility diversion',
  'Survey control points',
  'Crane base 1',
  'Crane base 2',
  'Erect crane 1',
  'Erect crane 2',
  'Access road',
  'Neighbour condition survey',
]
const FOUNDATION = [
  'Excavate to −4 m',
  'Dewatering',
  'Sheet piles north',
  'Sheet piles south',
  'Bored piles 1 to 20',
  'Bored piles 21 to 40',
  'Pile tests',
  'Excavate to −7 m',
  'Blinding',
  'Pile caps',
  'Raft rebar west',
  'Raft rebar east',
  'Raft pour west',
  'Raft pour east',
  'Core starter bars',
  'Waterproofing',
]
const FITOUT = [
  'Partitions',
  'Raised floors',
  'Ceilings',
  'Electrical first fix',
  'Electrical second fix',
  'Ventilation',
  'Sprinklers',
  'Sanitary',
  'Lifts A and B',
  'Goods lift',
  'Doors',
  'Painting',
  'Lobby',
  'Kitchen level 3',
  'Data network',
  'Signage',
  'Furniture',
  'Landscaping',
]
const COMMISSIONING = [
  'Power on',
  'Air balancing',
  'Fire alarm test',
  'Lift acceptance',
  'Integrated systems test',
  'Snagging',
  'Handover files',
  'Training of operators',
  'Authority acceptance',
  'Handover',
]
