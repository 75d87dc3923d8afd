import type { Machine } from './machine.ts'
import { variablesIn, variablesOf } from './machine.ts'
import type { Wait } from './state.ts'

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
      return add(machine, { ...place, kind: event.kind, name: event.name, dueAt: null, cycle: null })
    case 'conditional':
      return add(machine, { ...place, kind: 'conditional', name: '', dueAt: null, cycle: null })
    case 'timer':
      return armTimer(machine, place)
    default:
      return
  }
}

function armTimer(machine: Machine, place: Place): void {
  const { event } = machine.node(place.node)
  if (event.kind !== 'timer') return
  const token = machine.tokens.get(place.tokenId)
  const answer = event.expression(token ? variablesOf(machine, token) : variablesIn(machine, place.scopeId))
  const due = answer.ok ? machine.world.dueOf(event.timer, answer.value) : answer
  if (due.ok) return add(machine, { ...place, kind: 'timer', name: '', dueAt: due.dueAt, cycle: due.cycle })
  if (token) return machine.halt(token, 'expression', due.fault)
  const id = machine.newId()
  machine.incidents.set(id, { id, tokenId: -1, node: place.node, kind: 'expression', text: due.fault })
}

function add(machine: Machine, wait: Omit<Wait, 'id'>): void {
  const id = machine.newId()
  machine.waits.set(id, { ...wait, id })
}

/** Waits for the same again, where it may happen several times; a cycle counts on from when it was due. */
export function rearm(machine: Machine, wait: Wait): void {
  if (wait.kind !== 'timer') return
  const { cycle, dueAt } = wait
  if (cycle === null || dueAt === null || cycle.left === 0) {
    machine.waits.delete(wait.id)
    return
  }
  const left = cycle.left === null ? null : cycle.left - 1
  machine.waits.set(wait.id, { ...wait, dueAt: dueAt + cycle.everyMs, cycle: { ...cycle, left } })
}
