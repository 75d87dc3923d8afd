import { beginActivity, completeActivity } from './activity.ts'
import { goOnUndoing } from './compensate.ts'
import { comeToEvent } from './event.ts'
import { fireWait } from './fire.ts'
import { comeToGateway, joinInclusive, resetComplex } from './gateway.ts'
import { leave } from './leave.ts'
import { type Agenda, type Machine, STEPS_MAX_AT_ONCE, variablesIn, variablesOf } from './machine.ts'
import { settle } from './scope.ts'
import type { Token, Wait } from './state.ts'

/** Lets an instance go on until everything stands still. */
export function runToQuiescence(machine: Machine): void {
  do {
    for (let next = machine.agenda.shift(); next; next = machine.agenda.shift()) {
      if (++machine.steps > STEPS_MAX_AT_ONCE) return stopAll(machine, next)
      carryOut(machine, next)
    }
  } while (joinInclusive(machine) || resetComplex(machine) || fireCondition(machine))
}

/** A model that never comes to rest is halted where it is, for somebody to look. */
function stopAll(machine: Machine, next: Agenda): void {
  for (const item of [next, ...machine.agenda]) {
    const token = item.kind === 'settle' || item.kind === 'undo' ? null : machine.tokens.get(item.tokenId)
    if (token && token.state !== 'stuck') machine.halt(token, 'loop', `${STEPS_MAX_AT_ONCE}`)
  }
  machine.agenda.length = 0
}

function carryOut(machine: Machine, item: Agenda): void {
  if (item.kind === 'settle') return settle(machine, item.scopeId)
  if (item.kind === 'undo') {
    const scope = machine.scopes.get(item.scopeId)
    if (scope) goOnUndoing(machine, scope)
    return
  }
  // What was to come next for a token that was cancelled meanwhile does not come.
  const token = machine.tokens.get(item.tokenId)
  if (!token || token.state === 'stuck') return
  switch (item.kind) {
    case 'arrive':
      return arrive(machine, token)
    case 'leave':
      return leave(machine, token)
    case 'complete':
      return completeActivity(machine, token, item.completion)
  }
}

function arrive(machine: Machine, token: Token): void {
  const node = machine.node(token.node)
  machine.tell('entered', token)
  if (node.type.endsWith('Gateway')) return comeToGateway(machine, token)
  if (node.type.endsWith('Event')) return comeToEvent(machine, token, node)
  return beginActivity(machine, token)
}

/** A condition that is waited for happens when it becomes true, not while it stays so. */
function fireCondition(machine: Machine): boolean {
  for (const wait of machine.waits.values()) {
    if (wait.kind !== 'conditional') continue
    const holds = doesHold(machine, wait)
    if (holds === (wait.name === HOLDS)) continue
    machine.waits.set(wait.id, { ...wait, name: holds ? HOLDS : '' })
    if (!holds) continue
    fireWait(machine, { ...wait, name: HOLDS }, {})
    return true
  }
  return false
}

const HOLDS = 'holds'

function doesHold(machine: Machine, wait: Wait): boolean {
  const { event } = machine.node(wait.node)
  if (event.kind !== 'conditional') return false
  const token = machine.tokens.get(wait.tokenId)
  const answer = event.condition(token ? variablesOf(machine, token) : variablesIn(machine, wait.scopeId))
  return answer.ok && answer.value === true
}
