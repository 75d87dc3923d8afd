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

/** Crews by whoever leads them: how many they are, and how many of them come to a step of the structure. */
const CREWS = [
  { worker: 'piotr', name: 'Concrete crew', people: 6, come: 3 },
  { worker: 'emre', name: 'Rebar crew', people: 6, come: 3 },
  { worker: 'amir', name: 'Façade crew', people: 6, come: 3 },
  { worker: 'hana', name: 'Survey crew', people: 3, come: 3 },
  { worker: 'greta', name: 'Inspectors', people: 3, come: 3 },
] as const

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
  const assign = (itemId: string | undefined, resourceId: string, units: number) => ({
    name: 'schedule.assign',
    input: { id: stage.newId(now), containerId, itemId, resourceId, units },
  })
  await stage.act(now, 'ines', [
    ...crews.map(({ id, name, people }) => ({
      name: 'schedule.saveResource',
      input: { id, containerId, kind: 'work', name, maxUnits: people },
    })),
    ...machines.map(({ resourceId, name }) => ({
      name: 'schedule.saveResource',
      input: { id: resourceId, containerId, kind: 'machine', name },
    })),
    ...open.flatMap((task) => {
      const crew = crews.find(({ worker }) => worker === task.worker)
      const machine = machines.find(({ id }) => id === task.machine)
      return [
        ...(crew ? [assign(task.itemId, crew.id, crew.come)] : []),
        ...(machine ? [assign(task.itemId, machine.resourceId, 1)] : []),
      ]
    }),
  ])
  return new Map(machines.map(({ id, resourceId }) => [id, resourceId]))
}

/** What waits for nothing begins when it was agreed to, since the wet autumn. */
function beginOf(task: PlanTask): number {
  return at(new Date(`${later(task.startsOn) ?? ''}T00:00:00Z`), 8)
}
