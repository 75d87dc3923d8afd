import type { OutsideLimits } from '../network/outside.ts'
import type { Constraint } from '../network/plan.ts'
import { DRIVER } from '../network/times.ts'
import { BEGUN, END, FIXED, GATE, HAMMOCK, type LevelNet, type Planned } from './level-net.ts'
import type { PoolTask } from './pool.ts'

type Limits = Pick<LevelNet, 'low' | 'lowBy' | 'lowFinish' | 'lowFinishBy' | 'cap'>
type Draft = Omit<LevelNet, keyof Limits | 'dues'>

/** The limits of each node beside its links: as the network has them. */
export function limitsOf(draft: Draft, planned: ReadonlyMap<string, Planned>): Limits {
  const { count, tasks, taskOf } = draft
  const limits: Limits = {
    low: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    lowBy: new Int32Array(count).fill(DRIVER.project),
    lowFinish: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    lowFinishBy: new Int32Array(count).fill(DRIVER.constraint),
    cap: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
  }
  for (let node = 0; node < count; node += 1) {
    const one = tasks[taskOf[node] ?? -1]
    if (one) limitNode(draft, limits, { one, node, planned: planned.get(one.task.id) })
  }
  return limits
}

/** No constraint. */
const FREELY: Constraint = { kind: 'ASAP', at: null }

type Place = { readonly one: PoolTask; readonly node: number; readonly planned: Planned | undefined }

function limitNode(draft: Draft, limits: Limits, place: Place): void {
  const role = draft.role[place.node]
  switch (role) {
    case END:
    case FIXED:
      return
    case HAMMOCK:
      return limitHammock(limits, place)
    case BEGUN:
      return waitOutside(limits, place)
    default:
      waitOutside(limits, place)
      raiseStart(limits, place.one, { node: place.node, isGate: role === GATE, isHammock: false })
      if (role !== GATE) limitTask(draft, limits, place)
  }
}

function limitTask(draft: Draft, limits: Limits, { one, node, planned }: Place): void {
  const { kind, at }: Constraint = one.task.constraint ?? FREELY
  if (kind === 'FNET' || kind === 'MFO') limits.lowFinish[node] = at ?? Number.NEGATIVE_INFINITY
  if (planned?.outside) raiseFinish(limits, node, planned.outside)
  if (kind === 'ALAP') raise(limits, node, { at: planned?.startAt ?? null, by: DRIVER.late })
  if (one.options.precedence === 'dates') limits.cap[node] = capOf(draft, one, node)
}

function waitOutside(limits: Limits, { node, planned }: Place): void {
  const outside = planned?.outside
  if (outside) raise(limits, node, { at: outside.start, by: outside.startBy })
}

/** What other plans name to a hammock: it begins no later than the first, and ends no earlier than the last. */
function limitHammock(limits: Limits, { one, node, planned }: Place): void {
  raiseStart(limits, one, { node, isGate: false, isHammock: true })
  const outside = planned?.outside
  if (!outside) return
  limits.cap[node] = outside.firstStart
  limits.lowBy[node] = outside.firstBy
  limits.lowFinish[node] = outside.last
}

type Node = { readonly node: number; readonly isGate: boolean; readonly isHammock: boolean }

function raiseStart(limits: Limits, { task, options }: PoolTask, { node, isGate, isHammock }: Node): void {
  const { constraint } = task
  if (!isGate) raise(limits, node, { at: options.startAt, by: DRIVER.project })
  if (isHammock) return
  if (!isGate) raise(limits, node, { at: options.statusAt, by: DRIVER.status })
  if (constraint?.kind === 'SNET' || constraint?.kind === 'MSO') {
    raise(limits, node, { at: constraint.at, by: DRIVER.constraint })
  }
}

function raiseFinish(limits: Limits, node: number, { finish, finishBy }: OutsideLimits): void {
  if (finish <= (limits.lowFinish[node] ?? 0)) return
  limits.lowFinish[node] = finish
  limits.lowFinishBy[node] = finishBy
}

function raise(
  { low, lowBy }: Limits,
  node: number,
  { at, by }: { readonly at: number | null; readonly by: number },
): void {
  if (at === null || at <= (low[node] ?? 0)) return
  low[node] = at
  lowBy[node] = by
}

/** The latest start that a constraint allows. */
function capOf({ line, length, lineOf }: Draft, { task }: PoolTask, node: number): number {
  const { kind, at }: Constraint = task.constraint ?? FREELY
  if (at === null) return Number.POSITIVE_INFINITY
  const own = lineOf(line[node] ?? 0)
  const work = length[node] ?? 0
  if (kind === 'SNLT' || kind === 'MSO') return work === 0 ? at : own.nextStart(at)
  if (kind !== 'FNLT' && kind !== 'MFO') return Number.POSITIVE_INFINITY
  return work === 0 ? at : own.startSide(own.toWork(at) - work)
}
