import { MACHINES } from './cast.ts'
import { type Names, someLabels } from './set-up.ts'
import type { Call, Stage } from './stage.ts'
import { type PlanTask, towerPlan } from './tower-plan.ts'
import { addWorkDays, at, dayFrom, HISTORY_WEEKS } from './virtual-clock.ts'

/** The tower, as far as the story has to remember it. */
export type Tower = {
  readonly containerId: string
  readonly tasks: readonly PlanTask[]
  readonly idOf: ReadonlyMap<string, string>
  readonly childrenOf: ReadonlyMap<string | null, readonly PlanTask[]>
  /** Tasks begun and not finished, with the day on which they will be. */
  readonly begun: Map<string, number>
  readonly done: Set<string>
}

const ABOUT = `Twenty levels in two zones, each with its own tower crane.

- **Now:** superstructure, planned day by day. One level takes seven working days.
- **Next:** the façade, two weeks after the last slab.
- **Later:** fit-out and commissioning, as packages with ranges until their phase is next.

Both cranes are booked twice in the coming weeks: see *Crane look-ahead* and its comments.`

/** What a minute of a crew costs, in cents. */
const MINUTE_COST_MINOR = 350
const DAY_MIN = 480
const CREW_DAY_MIN = 3 * DAY_MIN
const WEATHER: Readonly<Record<string, string>> = { Concreting: 'dry', Façade: 'calm', Formwork: 'any' }

/** How many days behind its plan the site runs: it slips more and more. */
const slipOf = (week: number): number => Math.floor(week / 10)

/** Writes the plan down on the first day, with its dependencies, and takes the first baseline. */
export async function planTower(stage: Stage, day: Date, names: Names): Promise<Tower> {
  const now = at(day, 7.5)
  const containerId = stage.newId(now)
  const tasks = towerPlan(day.toISOString().slice(0, 10))
  const idOf = new Map(tasks.map((task) => [task.key, stage.newId(now)]))
  await stage.act(now, 'ines', [
    {
      name: 'work.createContainer',
      input: {
        id: containerId,
        kind: 'project',
        key: 'TWR',
        name: 'Tower A construction',
        description: ABOUT,
        ownerId: stage.personIds.get('rosa'),
        teamId: stage.teamIds.get('site'),
        startsOn: day.toISOString().slice(0, 10),
      },
    },
    ...tasks.map((task) => ({
      name: 'work.createItem',
      input: itemInput(stage, task, { containerId, idOf, names }),
    })),
  ])
  await stage.act(
    now,
    'ines',
    tasks.flatMap((task) =>
      task.after.map((before) => ({
        name: 'work.relateItems',
        input: { id: stage.newId(now), fromId: idOf.get(before), toId: idOf.get(task.key), kind: 'precedes' },
      })),
    ),
  )
  await baseline(stage, { containerId, now: now + 60_000, name: 'Contract' })
  const childrenOf = Map.groupBy(tasks, (task) => task.parent)
  return { containerId, tasks, idOf, childrenOf, begun: new Map(), done: new Set() }
}

type At = { readonly containerId: string; readonly idOf: ReadonlyMap<string, string>; readonly names: Names }

function itemInput(stage: Stage, task: PlanTask, { containerId, idOf, names }: At) {
  return {
    id: idOf.get(task.key),
    containerId,
    title: task.title,
    parentId: task.parent ? idOf.get(task.parent) : null,
    stateId: 'ready',
    responsibleId: task.worker ? stage.personIds.get(task.worker) : null,
    accountableId: stage.personIds.get('rosa'),
    requesterId: stage.personIds.get('ines'),
    teamId: stage.teamIds.get('site'),
    startsOn: task.startsOn,
    dueOn: task.dueOn,
    effortMin: task.effortMin,
    effortLowMin: task.effortRange?.[0] ?? null,
    effortHighMin: task.effortRange?.[1] ?? null,
    isMilestone: task.isMilestone,
    practice: task.practice,
    role: task.practice,
    resources: resourcesOf(task),
    artifact: task.practice ? `${task.title} accepted` : null,
    labelIds: task.worker ? someLabels(stage, names) : [],
    area: task.practice === 'Inspection' ? '2.2' : '2.3',
    fields: fieldsOf(stage, task, names),
  }
}

function resourcesOf({ worker, machine }: PlanTask): string | null {
  if (worker === null) return null
  const name = MACHINES.find(({ id }) => id === machine)?.name
  return name ? `Site crew, ${name.toLowerCase()}` : 'Site crew'
}

/** The custom fields that a task has a value for. */
function fieldsOf(stage: Stage, task: PlanTask, names: Names): Readonly<Record<string, string | number>> {
  const values = {
    machine: task.machine,
    drawing: task.drawing,
    register: task.drawing && `https://drawings.harbour-tower.example/${task.drawing}`,
    concrete: task.concrete,
    weather: WEATHER[task.practice ?? ''] ?? null,
    inspector: task.practice === 'Inspection' ? (stage.personIds.get('greta') ?? null) : null,
    inspected: task.practice === 'Inspection' ? task.dueOn : null,
    cost: task.effortRange && Math.round(task.effortRange[1] * MINUTE_COST_MINOR),
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const id = names.fieldIds.get(key)
      return id === undefined || value === null ? [] : [[id, value]]
    }),
  )
}

async function baseline(stage: Stage, of: { containerId: string; now: number; name: string }): Promise<void> {
  await stage.act(of.now, 'ines', [
    {
      name: 'schedule.takeBaseline',
      input: { id: stage.newId(of.now), containerId: of.containerId, name: of.name },
    },
  ])
}

/** One working day on site: what is due begins, what has taken its time is finished, level by level. */
export async function buildOneDay(
  stage: Stage,
  tower: Tower,
  day: { readonly date: Date; readonly number: number },
): Promise<void> {
  const slip = slipOf(day.number / 5)
  const calls = new Map<string, readonly Call[]>()
  const add = (task: PlanTask, call: Call) => {
    const worker = task.worker ?? 'rosa'
    calls.set(worker, [...(calls.get(worker) ?? []), call])
  }
  const move = (task: PlanTask, stateId: string) =>
    add(task, { name: 'work.moveItem', input: { id: tower.idOf.get(task.key), stateId } })
  for (const task of tower.tasks) {
    const ends = tower.begun.get(task.key)
    if (ends !== undefined && ends <= day.number) {
      move(task, 'done')
      tower.begun.delete(task.key)
      tower.done.add(task.key)
    } else if (isDue(tower, task, { today: day.date, slip }) && ends === undefined) {
      move(task, 'in-progress')
      tower.begun.set(task.key, day.number + daysOnSite(task) - 1 + (stage.random() < 0.25 ? 1 : 0))
    }
    if (tower.begun.has(task.key) || ends === day.number)
      add(task, spentToday(stage, tower, { task, date: day.date }))
  }
  let hour = 7
  for (const [worker, moves] of calls) await stage.act(at(day.date, (hour += 0.3)), worker, moves)
  await finishSummaries(stage, tower, day.date)
}

/** How many days a crew of three takes. */
function daysOnSite({ effortMin }: PlanTask): number {
  return Math.max(1, Math.round((effortMin ?? DAY_MIN) / CREW_DAY_MIN))
}

/** Whoever leads a crew writes down what it worked. */
function spentToday(stage: Stage, tower: Tower, { task, date }: { task: PlanTask; date: Date }): Call {
  const minutes = Math.min(CREW_DAY_MIN, (task.effortMin ?? DAY_MIN) / daysOnSite(task))
  return {
    name: 'cost.addTime',
    input: {
      id: stage.newId(at(date, 16)),
      itemId: tower.idOf.get(task.key),
      day: date.toISOString().slice(0, 10),
      minutes,
      note: `${minutes / DAY_MIN} people`,
    },
  }
}

function isDue(tower: Tower, task: PlanTask, now: { readonly today: Date; readonly slip: number }): boolean {
  if (task.startsOn === null || tower.done.has(task.key)) return false
  const begins = new Date(Date.parse(`${task.startsOn}T00:00:00Z`) + now.slip * 86_400_000)
  return begins <= now.today && task.after.every((before) => tower.done.has(before))
}

/** A level or a phase is finished when everything under it is. */
async function finishSummaries(stage: Stage, tower: Tower, today: Date): Promise<void> {
  const finished = tower.tasks.filter(({ key }) => {
    const children = tower.childrenOf.get(key) ?? []
    return children.length > 0 && !tower.done.has(key) && children.every((child) => tower.done.has(child.key))
  })
  for (const task of finished) tower.done.add(task.key)
  const calls = finished.map((task) => ({
    name: 'work.moveItem',
    input: { id: tower.idOf.get(task.key), stateId: 'done' },
  }))
  if (calls.length > 0) await stage.act(at(today, 16.5), 'rosa', calls)
}

/** Some weeks ago the plan was moved to what the site could keep, and a new baseline taken. */
export async function replanTower(stage: Stage, tower: Tower, day: Date): Promise<void> {
  const now = at(day, 10)
  const open = tower.tasks.filter(
    (task) => task.startsOn !== null && !tower.done.has(task.key) && !tower.begun.has(task.key),
  )
  const calls = open.map((task) => ({
    name: 'work.changeItem',
    input: {
      id: tower.idOf.get(task.key),
      patch: { startsOn: later(task.startsOn), dueOn: later(task.dueOn) },
    },
  }))
  await stage.act(now, 'ines', calls)
  await baseline(stage, { containerId: tower.containerId, now: now + 60_000, name: 'After the wet autumn' })
}

/** The day that was agreed to after the wet autumn. */
export function later(day: string | null): string | null {
  return day === null ? null : addWorkDays(day, 3)
}

/** The phases: past ones closed, one current, the next, and later ones as ranges only. */
export async function phaseTower(stage: Stage, tower: Tower, today: Date): Promise<void> {
  const now = at(today, -14)
  const week = (weeks: number) => dayFrom(today, weeks)
  const phases = [
    {
      name: 'Enabling works',
      state: 'closed',
      startsOn: week(-HISTORY_WEEKS),
      finishLowOn: week(-21),
      finishHighOn: week(-21),
    },
    {
      name: 'Foundation',
      state: 'closed',
      startsOn: dayFrom(today, -21, 1),
      finishLowOn: week(-14),
      finishHighOn: week(-14),
    },
    {
      name: 'Superstructure',
      state: 'current',
      startsOn: dayFrom(today, -14, 1),
      finishLowOn: week(14),
      finishHighOn: week(18),
    },
    {
      name: 'Envelope',
      state: 'next',
      startsOn: dayFrom(today, 18, 1),
      finishLowOn: week(44),
      finishHighOn: week(52),
    },
    {
      name: 'Fit-out',
      state: 'later',
      finishLowOn: week(60),
      finishHighOn: week(74),
      effortLowMin: 500_000,
      effortHighMin: 1_200_000,
      costLowMinor: 210_000_000,
      costHighMinor: 340_000_000,
      ...{ peopleLow: 30, peopleHigh: 55 },
    },
    {
      name: 'Commissioning',
      state: 'later',
      finishLowOn: week(64),
      finishHighOn: week(80),
      effortLowMin: 90_000,
      effortHighMin: 260_000,
      costLowMinor: 30_000_000,
      costHighMinor: 70_000_000,
      ...{ peopleLow: 8, peopleHigh: 20 },
    },
  ]
  const calls = phases.map((phase, index) => enterPhase(stage, tower, { ...phase, now, index }))
  await stage.act(now, 'ines', [...calls.map(({ add }) => add), ...calls.map(({ place }) => place)])
  await gateTower(stage, now, calls.map(({ add }) => add.input.id).slice(2, 4))
}

/** The gates of the current phase and of the next one. */
const GATES = [
  {
    name: 'Topped out',
    criteria: [
      { id: 'frame', text: 'The frame stands up to the last level' },
      { id: 'survey', text: 'The survey of the cores is within tolerance' },
      { id: 'facade', text: 'The façade is ordered' },
    ],
  },
  {
    name: 'Weathertight',
    criteria: [
      { id: 'roof', text: 'The roof is tight' },
      { id: 'facade', text: 'The façade is closed up to level 12' },
      { id: 'client', text: 'The client has approved the finishes' },
    ],
  },
]

async function gateTower(stage: Stage, now: number, phaseIds: readonly string[]): Promise<void> {
  const gates = GATES.map((gate, index) => ({
    name: 'schedule.saveGate',
    input: { ...gate, phaseId: phaseIds[index], dueOn: null, deciderId: null },
  }))
  const met = { phaseId: phaseIds[0], criterionId: 'facade', isMet: true }
  await stage.act(now, 'ines', [...gates, { name: 'schedule.tickCriterion', input: met }])
}

/** The work of each phase, in the order of the phases. */
const WORK_OF_PHASES = ['enabling', 'foundation', 'structure', 'envelope', 'fitout', 'commissioning']

function enterPhase(
  stage: Stage,
  { containerId, idOf }: Tower,
  { now, index, ...phase }: { readonly now: number; readonly index: number },
) {
  const id = stage.newId(now)
  const itemId = idOf.get(WORK_OF_PHASES[index] ?? '')
  return {
    add: { name: 'schedule.addPhase', input: { id, containerId, ...phase } },
    place: { name: 'schedule.placeInPhase', input: { itemId, phaseId: id } },
  }
}
