import { MACHINES, type MachineId } from './cast.ts'
import type { Stage } from './stage.ts'
import type { PlanTask } from './tower-plan.ts'
import { later, type Tower } from './tower-story.ts'
import { at } from './virtual-clock.ts'

const DAY_MIN = 480

/** The machines of the site, as its plan knows them. */
export type SiteMachines = ReadonlyMap<MachineId, string>

/** From now on the dates of what is open follow from its links and durations, and crews and machines are on it. */
export async function scheduleTower(stage: Stage, tower: Tower, today: Date): Promise<SiteMachines> {
  const { containerId, tasks, idOf, begun, done } = tower
  const open = tasks.filter((task) => task.days !== null && !done.has(task.key))
  const calls = open.map((task) => ({
    name: 'schedule.changePlanItem',
    input: {
      ...{ containerId, itemId: idOf.get(task.key) },
      patch: {
        // The days of a step are agreed, however many of a crew come.
        ...{ isManual: false, durationMin: (task.days ?? 0) * DAY_MIN, taskType: 'duration' },
        ...(begun.has(task.key) ? { percentComplete: 50 } : {}),
        ...(task.after.length === 0 ? { constraintKind: 'SNET', constraintAt: beginOf(task) } : {}),
      },
    },
  }))
  await stage.act(at(today, -13), 'ines', [
    {
      name: 'schedule.changePlanSettings',
      input: { containerId, patch: { statusAt: at(today, 8) } },
    },
    ...calls,
  ])
  return await manTower(stage, {
    containerId,
    today,
    open: open.map((task) => ({ ...task, itemId: idOf.get(task.key) })),
  })
}

/** Crews by whoever leads them: how many they are, how many of them come to a step, and what an hour of each costs. */
const CREWS = [
  { worker: 'piotr', name: 'Concrete crew', people: 6, come: 3, rate: 5_400 },
  { worker: 'emre', name: 'Rebar crew', people: 6, come: 3, rate: 5_200 },
  { worker: 'amir', name: 'Façade crew', people: 6, come: 3, rate: 5_800 },
  { worker: 'hana', name: 'Survey crew', people: 3, come: 3, rate: 6_600 },
  { worker: 'greta', name: 'Inspectors', people: 3, come: 2, rate: 7_200 },
] as const

/** Who the inspectors are; one of them works four days a week from some day on. */
const INSPECTORS = [
  { person: 'greta', name: 'Greta Lind', isPartTime: true },
  { person: 'hana', name: 'Hana Sato', isPartTime: false },
  { person: 'jonas', name: 'Jonas Weber', isPartTime: false },
] as const

/** What both cranes can do: what is planned with one may be lifted by the other. */
const LIFTING = 'Lifting'

type Manned = {
  readonly containerId: string
  readonly today: Date
  readonly open: readonly (PlanTask & { readonly itemId: string | undefined })[]
}

/** Puts the crews on what is open, and the cranes and the pump. */
async function manTower(stage: Stage, { containerId, today, open }: Manned): Promise<SiteMachines> {
  const now = at(today, -12)
  const crews = CREWS.map((crew) => ({ ...crew, id: stage.newId(now) }))
  const machines = MACHINES.map((machine) => ({ ...machine, resourceId: stage.newId(now) }))
  const inspectors = INSPECTORS.map((one) => ({ ...one, id: stage.newId(now) }))
  const assign = (itemId: string | undefined, resourceId: string, more: object) => ({
    name: 'schedule.assign',
    input: { id: stage.newId(now), containerId, itemId, resourceId, ...more },
  })
  const keep = (id: string, more: object) => ({
    name: 'schedule.saveResource',
    input: { id, containerId, kind: 'work', ...more },
  })
  await stage.act(now, 'ines', [
    ...inspectors.map(({ id, person, name, isPartTime }) =>
      keep(id, {
        ...{ name, personId: stage.personIds.get(person) ?? null, skills: ['Inspection'] },
        availability: isPartTime ? [{ fromOn: dayAfter(today, 14), toOn: null, maxUnits: 0.8 }] : [],
      }),
    ),
    ...crews.map(({ id, worker, name, people, rate: rateMinorPerHour }) => {
      const crewMemberIds = worker === 'greta' ? inspectors.map((one) => one.id) : []
      return keep(id, { name, maxUnits: people, crewMemberIds, rateMinorPerHour })
    }),
    ...machines.map(({ id, resourceId, name }) =>
      keep(resourceId, { kind: 'machine', name, skills: id === 'pump' ? [] : [LIFTING] }),
    ),
    ...open.flatMap((task) => {
      const crew = crews.find(({ worker }) => worker === task.worker)
      const machine = machines.find(({ id }) => id === task.machine)
      const alternatives = machine?.id === 'crane-1' ? { kind: 'skill', skill: LIFTING } : null
      return [
        ...(crew ? [assign(task.itemId, crew.id, { units: crew.come })] : []),
        ...(machine ? [assign(task.itemId, machine.resourceId, { alternatives })] : []),
      ]
    }),
  ])
  return new Map(machines.map(({ id, resourceId }) => [id, resourceId]))
}

/** What waits for nothing begins when it was agreed to, since the wet autumn. */
function beginOf(task: PlanTask): number {
  return at(new Date(`${later(task.startsOn) ?? ''}T00:00:00Z`), 8)
}

function dayAfter(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
