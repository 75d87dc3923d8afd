import { correlationKeyOf } from '../message/correlation-key.ts'
import type { Variables } from './graph.ts'
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
      return armMessage(machine, place)
    case 'signal':
      return add(machine, { ...place, kind: 'signal', name: event.name })
    case 'conditional':
      return add(machine, { ...place, kind: 'conditional' })
    case 'timer':
      return armTimer(machine, place)
    default:
      return
  }
}

function armTimer(machine: Machine, place: Place): void {
  const { event } = machine.node(place.node)
  if (event.kind !== 'timer') return
  const answer = event.expression(seenFrom(machine, place))
  if (!answer.ok) return notArmed(machine, place, answer.fault)
  const { timer, counting } = event
  const rule: TimerRule = { timer, value: answer.value, counting, since: machine.world.now }
  const due = machine.world.dueOf(rule, null)
  if (!due.ok) return notArmed(machine, place, due.fault)
  add(machine, { ...place, kind: 'timer', dueAt: due.dueAt, rule, cycle: due.cycle })
}

function armMessage(machine: Machine, place: Place): void {
  const { event } = machine.node(place.node)
  if (event.kind !== 'message') return
  const key = correlationKeyOf(event.key, seenFrom(machine, place))
  if (!key.ok) return notArmed(machine, place, key.fault)
  add(machine, { ...place, kind: 'message', name: event.name, key: key.value })
}

function seenFrom(machine: Machine, { tokenId, scopeId }: Place): Variables {
  const token = machine.tokens.get(tokenId)
  return token ? variablesOf(machine, token) : variablesIn(machine, scopeId)
}

/** Whoever would wait there has to be looked at. */
function notArmed(machine: Machine, { tokenId, node }: Place, fault: string): void {
  const token = machine.tokens.get(tokenId)
  if (token) return machine.halt(token, 'expression', fault)
  const id = machine.newId()
  machine.incidents.set(id, { id, tokenId: -1, node, kind: 'expression', text: fault })
}

function add(machine: Machine, wait: Place & Pick<Wait, 'kind'> & Partial<Wait>): void {
  const id = machine.newId()
  machine.waits.set(id, { ...{ name: '', key: null, dueAt: null, rule: null, cycle: null }, ...wait, id })
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
