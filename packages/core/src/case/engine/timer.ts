import type { CaseTimerDue } from './command.ts'
import type { CaseMachine } from './machine.ts'
import type { CaseTimerRow, CaseTimerRule, PlanItemRow } from './state.ts'

/** The place of incidents about when a timer goes off. */
const TIMER = 'timer'

/** Begins to count: asks when a timer listener goes off. */
export function setTimer(machine: CaseMachine, row: PlanItemRow): void {
  const { timer } = machine.nodeOf(row)
  if (timer === null) return
  const answer = machine.ask(timer.question, row.id, TIMER)
  const rule = answer && ruleOf(answer.value, machine.world.now)
  if (rule) keep(machine, row, { rule, due: machine.world.dueOf(rule, null) })
}

/** The same rule once more: calendars or variables have changed since. */
export function recountTimer(machine: CaseMachine, row: PlanItemRow): void {
  const { timer } = machine.nodeOf(row)
  if (timer === null || row.state === 'completed' || row.state === 'terminated') return
  if (row.timer === null) {
    if (timer.from === null) setTimer(machine, row)
    return
  }
  const answer = machine.ask(timer.question, row.id, TIMER)
  const rule = answer && ruleOf(answer.value, row.timer.rule.since)
  if (rule) keep(machine, row, { rule, due: machine.world.dueOf(rule, row.timer.cycle) })
}

/** Of one that goes off several times: the next time; null: there is none. */
export function nextTimer(machine: CaseMachine, { rule, cycle, dueAt }: CaseTimerRow): CaseTimerRow | null {
  if (cycle === null || cycle.left === 0) return null
  const left = cycle.left === null ? null : cycle.left - 1
  const due = machine.world.dueOf(rule, { nth: cycle.nth + 1, left, after: dueAt })
  return due.ok ? { rule, dueAt: due.dueAt, cycle: due.cycle } : null
}

/** Sets when a row goes off. */
export function keepTimer(machine: CaseMachine, row: PlanItemRow, timer: CaseTimerRow | null): PlanItemRow {
  if (row.timer?.dueAt !== timer?.dueAt) machine.happened.push({ kind: 'timer', itemId: row.id, timer })
  return machine.change(row, { timer })
}

function keep(
  machine: CaseMachine,
  row: PlanItemRow,
  { rule, due }: { readonly rule: CaseTimerRule; readonly due: CaseTimerDue },
): void {
  if (due.ok) keepTimer(machine, row, { rule, dueAt: due.dueAt, cycle: due.cycle })
  else machine.note(row.id, TIMER, due.fault)
}

const LENGTH = /^[+-]?P/
const CYCLE = /^(?:R|DTSTART|FREQ)/

/** A value that nobody knows yet is no time yet. */
function ruleOf(value: unknown, since: number): CaseTimerRule | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  const text = value.trim()
  const timer = CYCLE.test(text) ? 'cycle' : LENGTH.test(text) ? 'duration' : 'date'
  return { timer, value: text, since }
}
