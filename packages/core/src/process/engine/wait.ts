import type { Machine } from './machine.ts'
import { variablesIn, variablesOf } from './machine.ts'
import type { TimerRule, Wait } from './state.ts'

/** Where an event is waited for: at a token, or by a scope for the start of an event sub-process. */
export type Place = { readonly scopeId: number; readonly tokenId: number; readonly node: number }

/**
 * Waits for an event, if it is one that comes from outside or by time: errors, escalations and compensation are
 * looked for when they are thrown.
 */
export function armEvent(machine: Machine, place: Place): void {
  const { event } = machine.node(place.node)
  switch (event.kind) {
    case 'message':
    case 'signal':
      return add(machine, { ...place, kind: event.kind, name: event.name, ...NO_TIMER })
    case 'conditional':
      return add(machine, { ...place, kind: 'conditional', name: '', ...NO_TIMER })
    case 'timer':
      return armTimer(machine, place)
    default:
      return
  }
}

const NO_TIMER = { dueAt: null, rule: null, cycle: null }

function armTimer(machine: Machine, place: Place): void {
  const token = machine.tokens.get(place.tokenId)
  const timer = askTimer(machine, place)
  if (timer.ok) return add(machine, { ...place, kind: 'timer', name: '', ...timer.when })
  if (token) return machine.halt(token, 'expression', timer.fault)
  const id = machine.newId()
  machine.incidents.set(id, { id, tokenId: -1, node: place.node, kind: 'expression', text: timer.fault })
}

type Asked =
  | { readonly ok: true; readonly when: Pick<Wait, 'dueAt' | 'rule' | 'cycle'> }
  | { readonly ok: false; readonly fault: string }

function askTimer(machine: Machine, { scopeId, tokenId, node }: Place): Asked {
  const { event } = machine.node(node)
  if (event.kind !== 'timer') return { ok: false, fault: 'timer.no_time' }
  const token = machine.tokens.get(tokenId)
  const answer = event.expression(token ? variablesOf(machine, token) : variablesIn(machine, scopeId))
  if (!answer.ok) return answer
  const { timer, counting } = event
  const rule: TimerRule = { timer, value: answer.value, counting, since: machine.world.now }
  const due = machine.world.dueOf(rule, null)
  return due.ok ? { ok: true, when: { dueAt: due.dueAt, rule, cycle: due.cycle } } : due
}

function add(machine: Machine, wait: Omit<Wait, 'id'>): void {
  const id = machine.newId()
  machine.waits.set(id, { ...wait, id })
}

/** Waits for the same again, where it may happen several times; a cycle counts on from when it was due. */
export function rearm(machine: Machine, wait: Wait): void {
  if (wait.kind !== 'timer') return
  const { cycle, dueAt, rule } = wait
  const next =
    cycle === null || cycle.left === 0 || rule === null
      ? null
      : machine.world.dueOf(rule, { nth: cycle.nth + 1, left: minusOne(cycle.left), after: dueAt })
  if (next?.ok) machine.waits.set(wait.id, { ...wait, dueAt: next.dueAt, cycle: next.cycle })
  else machine.waits.delete(wait.id)
}

function minusOne(left: number | null): number | null {
  return left === null ? null : left - 1
}

/** Asks anew when timers go off, since what they count by was changed. One that cannot be counted stays as it is. */
export function recount(machine: Machine, waitIds: readonly number[]): void {
  for (const id of waitIds) {
    const wait = machine.waits.get(id)
    if (!wait?.rule) continue
    const due = machine.world.dueOf(wait.rule, wait.cycle)
    if (!due.ok || due.dueAt === wait.dueAt) continue
    machine.waits.set(id, { ...wait, dueAt: due.dueAt, cycle: due.cycle })
    const { tokenId, scopeId, node } = wait
    machine.tell('recounted', { id: tokenId, scopeId, node })
  }
}
