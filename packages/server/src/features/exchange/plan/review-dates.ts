import { checkPlan, PlanNetwork, plannedTasks, type Violation } from '@millrace/core/schedule'
import { compareDates, type FilePlan, nameRows } from '@millrace/formats/plan'
import type { Problem } from '../problem-list.ts'

/** The checker walks through single minutes: twenty million take it about a second. */
const MINUTES_MAX = 20_000_000

/**
 * Tells what the dates of a plan are worth: what they break of the file's own links, constraints and
 * deadlines, as an independent checker sees it, and on how many other dates its logic would put tasks.
 */
export function reviewDates(plan: FilePlan, tell: (problem: Problem) => void): void {
  const warn = (code: string, params: Problem['params']) =>
    tell({ code, severity: 'warning', line: null, params })
  for (const { code, subject, params } of plan.notes) {
    if (TOLD_ELSEWHERE.has(code)) continue
    tell({ code, severity: 'warning', line: null, subject: subject.slice(0, 80) || undefined, params })
  }
  const network = PlanNetwork.of(plan.input)
  if (!network.ok) {
    const { code, params } = nameRows(network.refusal, plan)
    warn(code, params)
    return
  }
  tellBroken(plan, warn)
  const planned = plannedTasks(network.value)
  const { compared, differing } = compareDates(plan, planned)
  const [largest] = differing
  if (!largest) return
  const off = Math.max(Math.abs(largest.startOffMin), Math.abs(largest.finishOffMin))
  warn('import.dates_differ', {
    count: differing.length,
    compared,
    days: Math.round((10 * off) / plan.minutesPerDay) / 10,
    title: (plan.rows[largest.place]?.name ?? '').slice(0, 80),
  })
}

/** Drafting the items tells these, with the line of the task. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['plan.task_inactive'])

function tellBroken(plan: FilePlan, warn: (code: string, params: Problem['params']) => void): void {
  const stated = plan.rows.flatMap(({ id, startAt, finishAt }) =>
    startAt === null || finishAt === null ? [] : [{ id, startAt, finishAt }],
  )
  const minutes = stated.reduce((sum, { startAt, finishAt }) => sum + Math.max(0, finishAt - startAt), 0)
  if (minutes > MINUTES_MAX) return
  const broken = checkPlan(plan.input, stated)
  const count = (kind: Violation['kind']) => broken.filter((one) => one.kind === kind).length
  const [links, constraints, deadlines] = [count('link'), count('constraint'), count('deadline')]
  if (links + constraints + deadlines > 0) warn('import.dates_break', { links, constraints, deadlines })
}
