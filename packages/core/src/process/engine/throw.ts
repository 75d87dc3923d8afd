import { isInstance } from './activity.ts'
import { fireBoundary, fireWait, startEventSubProcess } from './fire.ts'
import type { Variables } from './graph.ts'
import { type Machine, variablesOf } from './machine.ts'
import { emptyScope } from './scope.ts'
import type { Token } from './state.ts'

/** An error or an escalation, and where it is thrown. */
export type Thrown = {
  readonly kind: 'error' | 'escalation'
  readonly code: string | null
  readonly scopeId: number
  readonly values: Variables
}

type Catcher =
  | { readonly kind: 'start'; readonly scopeId: number; readonly node: number; readonly start: number }
  | { readonly kind: 'boundary'; readonly token: Token; readonly boundary: number }

/**
 * Throws an error or escalation to the nearest catcher around: of each scope first its event sub-processes, then the
 * boundary of the activity that it belongs to; one that names the code before one that catches all.
 *
 * @returns whether anybody caught it
 * @see BPMN 2.0.2 §10.5.7, §13.5.5
 */
export function throwUp(machine: Machine, thrown: Thrown): boolean {
  let scope = machine.scopes.get(thrown.scopeId)
  // What is thrown in an event sub-process is not caught by those beside it.
  let isBeside = false
  while (scope) {
    const hasStarts = !isBeside && scope.kind !== 'multiple'
    const found =
      (hasStarts ? findStart(machine, scope.id, thrown) : null) ??
      findBoundary(machine, scope.tokenId, thrown)
    if (found) {
      caught(machine, found, thrown.values)
      return true
    }
    isBeside = scope.kind === 'event'
    scope = machine.scopes.get(scope.parentId)
  }
  return false
}

/** Throws an error of an activity itself: whoever lies on its boundary is asked first. */
export function throwFrom(
  machine: Machine,
  token: Token,
  { code, values }: Pick<Thrown, 'code' | 'values'>,
): boolean {
  const thrown: Thrown = { kind: 'error', code, scopeId: token.scopeId, values }
  const found = findBoundary(machine, token.id, thrown)
  if (found === null) return throwUp(machine, thrown)
  caught(machine, found, values)
  return true
}

function caught(machine: Machine, catcher: Catcher, values: Variables): void {
  if (catcher.kind === 'boundary') return fireBoundary(machine, { ...catcher, values })
  startEventSubProcess(machine, { ...catcher, values })
}

function findStart(machine: Machine, scopeId: number, thrown: Thrown): Catcher | null {
  const { node } = machine.scope(scopeId)
  const starts = machine.node(node).eventSubProcesses.flatMap((index) => machine.node(index).starts)
  const start = best(machine, starts, thrown)
  return start === null ? null : { kind: 'start', scopeId, node: machine.node(start).scope, start }
}

/** What lies on the boundary of an activity belongs to all of its instances together. */
function findBoundary(machine: Machine, tokenId: number, thrown: Thrown): Catcher | null {
  const token = machine.tokens.get(tokenId)
  if (!token || isInstance(machine, token)) return null
  const boundary = best(machine, machine.node(token.node).boundaries, thrown)
  return boundary === null ? null : { kind: 'boundary', token, boundary }
}

function best(machine: Machine, nodes: readonly number[], { kind, code }: Thrown): number | null {
  const catching = (wanted: string | null) =>
    nodes.find((index) => {
      const { event } = machine.node(index)
      return event.kind === kind && event.code === wanted
    })
  return (code === null ? undefined : catching(code)) ?? catching(null) ?? null
}

/** An error that nobody catches ends the instance. */
export function fail(machine: Machine): void {
  for (const scope of [...machine.scopes.values()]) if (scope.parentId < 0) emptyScope(machine, scope.id)
  machine.waits.clear()
  machine.done.clear()
  machine.agenda.length = 0
  machine.status = 'failed'
}

/** Tells a signal to everything in the instance that waits for it, and to everybody else. */
export function throwSignal(machine: Machine, token: Token): void {
  const { event, index } = machine.node(token.node)
  if (event.kind !== 'signal') return
  const variables = variablesOf(machine, token)
  machine.tell('threw', token)
  machine.demands.push({ kind: 'send-signal', node: index, name: event.name, variables })
  const waiting = [...machine.waits.values()].filter(
    ({ kind, name }) => kind === 'signal' && name === event.name,
  )
  for (const wait of waiting) if (machine.waits.has(wait.id)) fireWait(machine, wait, {})
}
