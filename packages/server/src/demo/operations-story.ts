import type { InstanceView, OutputOf, operations } from '@millrace/contract'
import { PROCESSES, type ProcessScript, type StepScript } from './processes.ts'
import { pick, poisson, type Stage } from './stage.ts'
import { at } from './virtual-clock.ts'

/** A process that has been written down, with the ids of its steps in order. */
type Running = {
  readonly script: ProcessScript
  readonly containerId: string
  readonly stepIds: readonly string[]
  started: number
}

/** Something open, as whoever works on it finds it in the morning. */
type Open = { readonly itemId: string; readonly isStarted: boolean; readonly openedAt: number }

/** Writes the processes down as regulations, on the first day. */
export async function writeProcesses(stage: Stage, day: Date): Promise<readonly Running[]> {
  const running: Running[] = []
  for (const [index, script] of PROCESSES.entries()) {
    const now = at(day, 7 + index / 20)
    const containerId = stage.newId(now)
    const stepIds = script.steps.map(() => stage.newId(now))
    await stage.act(now, script.owner, [
      {
        name: 'work.createContainer',
        input: {
          id: containerId,
          kind: 'process',
          key: script.key,
          name: script.name,
          description: script.description,
          teamId: stage.teamIds.get('operations'),
        },
      },
      ...script.steps.map((step, place) => ({
        name: 'process.addStep',
        input: stepInput(stage, step, { id: stepIds[place], containerId }),
      })),
    ])
    running.push({ script, containerId, stepIds, started: 0 })
  }
  return running
}

function stepInput(
  stage: Stage,
  step: StepScript,
  ids: { readonly id: string | undefined; readonly containerId: string },
) {
  const [only, ...others] = step.workers
  return {
    ...ids,
    name: step.name,
    teamId: stage.teamIds.get(step.team) ?? null,
    // Where several may do it, it waits for whoever takes it.
    responsibleId: others.length === 0 && only !== undefined ? stage.personIds.get(only) : null,
    expectedMin: step.expectedHours * 60,
    effortMin: step.effortMin,
    practice: step.practice,
    role: step.practice,
    artifact: null,
  }
}

/** One working day of all processes: new instances arrive, and everybody works on the oldest first. */
export async function liveOneDay(stage: Stage, processes: readonly Running[], day: Date): Promise<void> {
  for (const process of processes) await arrive(stage, process, day)
  const byWorker = new Map<string, { name: string; input: unknown }[]>()
  for (const process of processes) {
    const open = await readOpen(stage, process)
    process.script.steps.forEach((step, place) => {
      planStep(stage, step, { open: open.get(process.stepIds[place] ?? '') ?? [], byWorker })
    })
  }
  let hour = 9
  for (const [worker, calls] of byWorker) await stage.act(at(day, (hour += 0.4)), worker, calls)
}

async function arrive(stage: Stage, process: Running, day: Date): Promise<void> {
  const count = poisson(stage.random, process.script.arrivals)
  if (count === 0) return
  const now = at(day, 8 + stage.random())
  const calls = Array.from({ length: count }, () => ({
    name: 'process.startInstance',
    input: {
      id: stage.newId(now),
      containerId: process.containerId,
      title: pick(stage.random, process.script.subjects),
    },
  }))
  await stage.act(now, process.script.owner, calls)
  process.started += count
}

async function readOpen(stage: Stage, process: Running): Promise<Map<string, Open[]>> {
  const input = { containerId: process.containerId, state: 'running', limit: 500 }
  // The answer of this very operation.
  const { instances } = (await stage.ask('process.listInstances', input)) as OutputOf<
    (typeof operations)['process.listInstances']
  >
  const open = new Map<string, Open[]>()
  for (const activity of instances.flatMap(openActivities)) {
    const list = open.get(activity.stepId) ?? []
    list.push({
      itemId: activity.itemId,
      isStarted: stage.started.has(activity.itemId),
      openedAt: activity.openedAt,
    })
    open.set(activity.stepId, list)
  }
  return open
}

function openActivities(instance: InstanceView) {
  return instance.activities.filter((activity) => activity.closedAt === null)
}

/** Finishes what was begun before, begins as much as can be done; oldest first. */
function planStep(
  stage: Stage,
  step: StepScript,
  today: {
    readonly open: readonly Open[]
    readonly byWorker: Map<string, { name: string; input: unknown }[]>
  },
): void {
  const add = (worker: string, name: string, input: unknown) => {
    today.byWorker.set(worker, [...(today.byWorker.get(worker) ?? []), { name, input }])
  }
  const oldestFirst = today.open.toSorted((a, b) => a.openedAt - b.openedAt)
  for (const item of oldestFirst.filter((candidate) => candidate.isStarted)) {
    const worker = stage.started.get(item.itemId) ?? pick(stage.random, step.workers)
    add(worker, 'work.moveItem', { id: item.itemId, stateId: 'done' })
    stage.started.delete(item.itemId)
  }
  const capacity = poisson(stage.random, step.perDay)
  for (const item of oldestFirst.filter((candidate) => !candidate.isStarted).slice(0, capacity)) {
    const worker = pick(stage.random, step.workers)
    if (step.workers.length > 1)
      add(worker, 'work.changeItem', {
        id: item.itemId,
        patch: { responsibleId: stage.personIds.get(worker) },
      })
    add(worker, 'work.moveItem', { id: item.itemId, stateId: 'in-progress' })
    stage.started.set(item.itemId, worker)
  }
}
