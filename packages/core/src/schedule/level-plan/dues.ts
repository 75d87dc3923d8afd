import type { Minute } from '../../calendar/index.ts'
import type { LevelInput } from './level-input.ts'
import { type Due, FIXED, GATE, type LevelNet, type Planned } from './level-net.ts'
import type { Pool, PoolTask } from './pool.ts'

const DAY = 1440
const WEEKS = 4

/** Dates that should be kept, by deadlines, constraints and costs of delay. */
export function duesOf(
  net: Omit<LevelNet, 'dues'>,
  { items = [] }: LevelInput,
  planned: ReadonlyMap<string, Planned>,
): readonly Due[] {
  const costOf = new Map(items.map(({ itemId, delayCostMinor }) => [itemId, delayCostMinor]))
  const dayOf = new Map<number, number>()
  const dayMin = ({ options }: PoolTask, line: number) => {
    const known = dayOf.get(line) ?? dayLength(net.pool, line, options.startAt)
    dayOf.set(line, known)
    return known
  }
  return Array.from(net.taskOf).flatMap((task, node): readonly Due[] => {
    const one = net.tasks[task]
    if (!one || net.role[node] === FIXED || net.role[node] === GATE) return []
    const line = net.pool.lines.ofCalendar(one.options.calendarId)
    const cost = costOf.get(one.task.id)
    const early = planned.get(one.task.id)?.finishAt ?? null
    const at = one.task.deadlineAt ?? (cost === undefined ? null : early)
    const costPerMin = cost === undefined ? null : cost / dayMin(one, line)
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

/** Working minutes of a usual working day: of the days of four weeks on which work begins. */
function dayLength({ lines }: Pool, line: number, startAt: Minute): number {
  const { starts, ends } = lines.at(line).spansBetween(startAt, startAt + WEEKS * 7 * DAY)
  const minutes = starts.reduce((sum, start, index) => sum + (ends[index] ?? start) - start, 0)
  const days = new Set(starts.map((start) => Math.floor(start / DAY))).size
  return minutes > 0 ? Math.min(DAY, minutes / days) : DAY
}
