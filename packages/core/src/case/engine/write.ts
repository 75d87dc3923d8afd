import type { CaseVariables, GraphSentry } from './graph.ts'
import { type CaseMachine, partKey } from './machine.ts'
import { recountTimer } from './timer.ts'

/** Writes values, and lets whoever waits for a condition on them look again. */
export function write(machine: CaseMachine, values: CaseVariables): void {
  const changed = Object.keys(values).filter((name) => machine.variables[name] !== values[name])
  machine.variables = { ...machine.variables, ...values }
  for (const name of changed) {
    lookAtReaders(machine, name)
    for (const node of machine.graph.timerReaders.get(name) ?? [])
      for (const itemId of machine.openRowsOf(node)) recountTimer(machine, machine.row(itemId))
  }
}

function lookAtReaders(machine: CaseMachine, name: string): void {
  for (const { node, side, sentry } of machine.graph.readers.get(name) ?? []) {
    const read = machine.node(node)[side][sentry]
    for (const itemId of read ? machine.openRowsOf(node) : []) {
      if (read) refresh(machine, itemId, read)
      if (side === 'exit') machine.mayLeave(itemId)
      else machine.mayEnter(itemId)
    }
  }
}

/** A condition that has become untrue counts when it becomes true the next time. */
function refresh(machine: CaseMachine, itemId: number, { id, ifPart }: GraphSentry): void {
  const key = partKey(itemId, id)
  if (!machine.stale.has(key) || ifPart === null) return
  if (machine.ask(ifPart, itemId, id)?.value !== true) machine.stale.delete(key)
}
