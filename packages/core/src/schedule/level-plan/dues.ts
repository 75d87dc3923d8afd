import type { Minute } from '../../calendar/index.ts'
import type { LevelInput } from './level-input.ts'
import { type Due, FIXED, GATE, type LevelNet, type Planned } from './level-net.ts'
import type { Pool, PoolTask } from './pool.ts'

const WEEK = 10_080
const WEEKS = 4

/** Dates that should be kept, by deadlines, constraints and costs of delay. */
export function duesOf(
  net: Omit<LevelNet, 'dues'>,
  { items = [] }: LevelInput,
  planned: ReadonlyMap<string, Planned>,
): readonly Due[] {
  const costOf = new Map(items.map(({ itemId, delayCostPerWeekMinor }) => [itemId, delayCostPerWeekMinor]))
  const weekOf = new Map<number, number>()
  const weekMin = ({ options }: PoolTask, line: number) => {
    const known = weekOf.get(line) ?? weekLength(net.pool, line, options.startAt)
    weekOf.set(line, known)
    return known
  }
  return Array.from(net.taskOf).flatMap((task, node): readonly Due[] => {
    const one = net.tasks[task]
    if (!one || net.role[node] === FIXED || net.role[node] === GATE) return []
    const line = net.pool.lines.ofCalendar(one.options.calendarId)
    const cost = costOf.get(one.task.id)
    const early = planned.get(one.task.id)?.finishAt ?? null
    const at = one.task.deadlineAt ?? (cost === undefined ? null : early)
    const costPerMin = cost === undefined ? null : cost / weekMin(one, line)
    const own = at === null ? [] : [{ node, at, isStart: false, line, costPerMin }]
    return [...own, ...constraintDue(one, node, line)]
  })
}

/** Where logic wins, a constraint that says "no later than" is a date that should be kept. */
function constraintDue({ task, options }: PoolTask, node: number, line: number): readonly Due[] {
  const at = task.constraint?.at ?? null
  const kind = task.constraint?.kind
  if (at === null || options.precedence === 'dates') return []
  if (kind === 'SNLT' || kind === 'MSO') return [{ node, at, isStart: true, line, costPerMin: null }]
  if (kind === 'FNLT' || kind === 'MFO') return [{ node, at, isStart: false, line, costPerMin: null }]
  return []
}

/** Working minutes of a usual week: of four weeks. */
function weekLength({ lines }: Pool, line: number, startAt: Minute): number {
  const own = lines.at(line)
  const minutes = own.toWork(startAt + WEEKS * WEEK) - own.toWork(startAt)
  return minutes > 0 ? minutes / WEEKS : WEEK
}
