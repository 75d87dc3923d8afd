import type { AgendaEntry } from './agenda.ts'
import { announce } from './announce.ts'
import type { CaseNode, GraphSentry } from './graph.ts'
import { complete, end, endChildren, enter } from './life.ts'
import { CASE_ROW, type CaseMachine, partKey } from './machine.ts'
import type { PlanItemCause, PlanItemRow } from './state.ts'
import { isOccurrence, nextState } from './transitions.ts'

/** More than this at once is a plan that never comes to rest. */
export const TRANSITIONS_MAX = 10_000

/**
 * Lets a case go on until nothing is left to do by itself: first whatever may leave, then whatever may enter, then
 * whatever may complete.
 *
 * @returns the item at which it would never have come to rest; null: it rests
 */
export function runToRest(machine: CaseMachine): CaseNode | null {
  for (let next = machine.agenda.take(); next; next = machine.agenda.take()) {
    look(machine, next)
    if (machine.transitions > TRANSITIONS_MAX) return machine.last
  }
  return null
}

function look(machine: CaseMachine, { kind, itemId }: AgendaEntry): void {
  if (itemId === CASE_ROW) return lookAtCase(machine, kind)
  const row = machine.items.get(itemId)
  if (!row) return
  if (kind === 0) mayLeave(machine, row)
  else if (kind === 1) mayEnter(machine, row)
  else mayComplete(machine, row)
}

function lookAtCase(machine: CaseMachine, kind: AgendaEntry['kind']): void {
  if (machine.state !== 'active') return
  if (kind === 0) {
    const cause = metBy(machine, CASE_ROW, machine.node(0).exit)
    if (cause) endCase(machine, 'terminate', cause)
  }
  if (kind === 2 && !machine.isHeldOpen && isContentDone(machine, CASE_ROW))
    endCase(machine, 'complete', { kind: 'content' })
}

/** The case ends, and with it everything in it. */
export function endCase(
  machine: CaseMachine,
  transition: 'complete' | 'terminate' | 'close',
  cause: PlanItemCause,
): void {
  machine.moveCase(transition, cause)
  machine.isHeldOpen = false
  for (const { id } of machine.node(0).exit) machine.forgetSentry(CASE_ROW, id)
  endChildren(machine, CASE_ROW, transition)
  announce(machine, CASE_ROW, transition)
}

function mayLeave(machine: CaseMachine, row: PlanItemRow): void {
  const { kind, exit } = machine.nodeOf(row)
  if (exit.length === 0 || kind === 'case' || nextState(kind, row, 'exit') === null) return
  const cause = metBy(machine, row.id, exit)
  if (cause) end(machine, row, { transition: 'exit', cause })
}

function mayEnter(machine: CaseMachine, row: PlanItemRow): void {
  const { kind, entry } = machine.nodeOf(row)
  if (row.state !== 'available' || !machine.isActive(row.parentId)) return
  // Listeners wait for the world; milestones and work without criteria wait for nothing.
  if (isOccurrence(kind) && kind !== 'milestone') return
  const cause = entry.length === 0 ? row.cause : metBy(machine, row.id, entry)
  if (cause) enter(machine, row, cause)
}

function mayComplete(machine: CaseMachine, row: PlanItemRow): void {
  if (machine.nodeOf(row).kind !== 'stage' || !machine.isActive(row.id)) return
  if (isContentDone(machine, row.id))
    complete(machine, row, { cause: { kind: 'content' }, values: {}, doneBy: null })
}

/** Whether a stage needs nothing more. CMMN 1.1, table 8.5. */
function isContentDone(machine: CaseMachine, parentId: number): boolean {
  const { autoComplete, discretionary } = machine.nodeAt(parentId)
  const open = machine.unsettledIn(parentId)
  if (!machine.hasChildren(parentId) || open.some(({ state }) => state === 'active')) return false
  if (autoComplete) return open.every(({ isRequired }) => !isRequired)
  return open.length === 0 && discretionary.length === 0
}

/** The first criterion that is met, as a cause. */
function metBy(machine: CaseMachine, itemId: number, sentries: readonly GraphSentry[]): PlanItemCause | null {
  for (const sentry of sentries) {
    if (!isMet(machine, itemId, sentry)) continue
    const events = [...(machine.seen.get(partKey(itemId, sentry.id))?.values() ?? [])]
    return { kind: 'criterion', criterionId: sentry.id, events: events.toSorted((a, b) => a.part - b.part) }
  }
  return null
}

function isMet(machine: CaseMachine, itemId: number, { id, onParts, ifPart }: GraphSentry): boolean {
  const key = partKey(itemId, id)
  if ((machine.seen.get(key)?.size ?? 0) < onParts.length || machine.stale.has(key)) return false
  return ifPart === null || machine.ask(ifPart, itemId, id)?.value === true
}
