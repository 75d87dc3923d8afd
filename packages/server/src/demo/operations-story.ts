import type { ItemView, OutputOf, operations } from '@millrace/contract'
import { newDecisionTable } from '@millrace/formats/dmn'
import { processModel } from './process-model.ts'
import type { ProcessScript, StepScript } from './process-script.ts'
import { PROCESSES } from './processes.ts'
import { type Call, pick, poisson, type Stage } from './stage.ts'
import { addWorkDays, at } from './virtual-clock.ts'

/** A process that has been written down. */
export type Running = { readonly script: ProcessScript; readonly containerId: string }

/** What somebody does on one day: first they take what is to be theirs, then they finish and begin. */
type DayOf = { readonly taken: Call[]; readonly moves: Call[] }

/** Writes the processes down as regulations, on the first day. */
export async function writeProcesses(stage: Stage, day: Date): Promise<readonly Running[]> {
  const running: Running[] = []
  for (const [index, script] of PROCESSES.entries()) {
    const now = at(day, 7 + index / 20)
    const containerId = stage.newId(now)
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
      ...decisionsOf(stage, { script, containerId, now }),
      { name: 'process.publishModel', input: { containerId, xml: modelOf(stage, script) } },
    ])
    running.push({ script, containerId })
  }
  return running
}

/** The tables of a process are published before the model that names them. */
function decisionsOf(
  stage: Stage,
  { script, containerId, now }: Running & { readonly now: number },
): readonly Call[] {
  return Object.values(script.decisions ?? {}).flatMap((table) => {
    const id = stage.newId(now)
    return [
      {
        name: 'process.saveDecision',
        input: { id, containerId, name: table.name, dmn: newDecisionTable(table) },
      },
      { name: 'process.publishDecision', input: { id } },
    ]
  })
}

function modelOf(stage: Stage, script: ProcessScript): string {
  const steps = new Map(script.steps.map((step) => [step.name, step]))
  return processModel(script, (name) => {
    const step = steps.get(name)
    return step ? assignmentOf(stage, step) : {}
  })
}

function assignmentOf(stage: Stage, step: StepScript) {
  const [only, ...others] = step.workers
  return {
    teamId: stage.teamIds.get(step.team) ?? null,
    // Where several may do it, it waits for whoever takes it.
    responsibleId: others.length === 0 && only !== undefined ? (stage.personIds.get(only) ?? null) : null,
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
  const open = await readOpen(stage)
  const days = new Map<string, DayOf>()
  for (const { script, containerId } of processes) {
    for (const step of script.steps)
      planStep(stage, step, { open: open.get(placeOf(containerId, step.name)) ?? [], days })
  }
  let hour = 9
  for (const [worker, { taken, moves }] of days)
    await stage.act(at(day, (hour += 0.3)), worker, [...taken, ...moves])
}

async function arrive(stage: Stage, { script, containerId }: Running, day: Date): Promise<void> {
  const count = poisson(stage.random, script.arrivals)
  if (count === 0) return
  const now = at(day, 8 + stage.random())
  const promised = addWorkDays(day.toISOString().slice(0, 10), script.promisedDays)
  const calls = Array.from({ length: count }, () => ({
    name: 'process.startInstance',
    input: {
      id: stage.newId(now),
      containerId,
      title: pick(stage.random, script.subjects),
      dueAt: Date.parse(`${promised}T16:00:00Z`),
    },
  }))
  await stage.act(now, script.owner, calls)
}

/** What is open in all processes, oldest first, by process and step: an item says in its title which step it is. */
async function readOpen(stage: Stage): Promise<ReadonlyMap<string, readonly ItemView[]>> {
  const input = { query: 'open and kind = process order by created', limit: 500 }
  // The answer of this very operation.
  const { items } = (await stage.ask('work.listItems', input)) as OutputOf<
    (typeof operations)['work.listItems']
  >
  return Map.groupBy(items, ({ containerIds, title }) => placeOf(containerIds[0], title.split(':', 1)[0]))
}

function placeOf(containerId: string | undefined, stepName: string | undefined): string {
  return `${containerId} ${stepName}`
}

/** Finishes what was begun before, begins as much as can be done. */
function planStep(
  stage: Stage,
  step: StepScript,
  { open, days }: { readonly open: readonly ItemView[]; readonly days: Map<string, DayOf> },
): void {
  const dayOf = (worker: string): DayOf => {
    const known = days.get(worker) ?? { taken: [], moves: [] }
    days.set(worker, known)
    return known
  }
  const move = (worker: string, id: string, stateId: string) =>
    dayOf(worker).moves.push({ name: 'work.moveItem', input: { id, stateId } })
  const begun = open.filter(({ stateGroup }) => stateGroup === 'inProgress')
  for (const { id, responsibleId } of begun) {
    const worker = workerOf(stage, step, responsibleId)
    if (step.says)
      dayOf(worker).moves.push({
        name: 'process.completeStep',
        input: { itemId: id, values: step.says(stage.random) },
      })
    else move(worker, id, 'done')
  }
  const next = open
    .filter(({ stateGroup }) => stateGroup === 'ready')
    .slice(0, poisson(stage.random, step.perDay))
  for (const { id } of next) {
    const worker = pick(stage.random, step.workers)
    if (step.workers.length > 1) {
      const patch = { responsibleId: stage.personIds.get(worker) }
      dayOf(worker).taken.push({ name: 'work.changeItem', input: { id, patch } })
    }
    move(worker, id, 'in-progress')
  }
}

function workerOf(stage: Stage, step: StepScript, personId: string | null): string {
  return (
    step.workers.find((worker) => stage.personIds.get(worker) === personId) ??
    pick(stage.random, step.workers)
  )
}
