import type { ProcessGraph, ProcessState } from '@millrace/core/process'
import {
  type IncidentRow,
  indexOf,
  type KeptDone,
  type KeptScope,
  type TokenRow,
  type WaitRow,
} from './store/engine-rows.ts'
import type { InstanceRow } from './store/instances.ts'

/** The rows of one instance that tell where it is. */
export type StateRows = {
  readonly instance: Pick<InstanceRow, 'state' | 'scopes' | 'done' | 'next_id' | 'suspended_at' | 'held'>
  readonly tokens: readonly TokenRow[]
  readonly waits: readonly WaitRow[]
  readonly incidents: readonly IncidentRow[]
}

const STATUS = {
  running: 'running',
  finished: 'completed',
  cancelled: 'cancelled',
  failed: 'failed',
} as const

/** Where an instance is, as the engine knows it: rows name elements, the engine counts them. */
export function stateOf(
  { instance, tokens, waits, incidents }: StateRows,
  graph: ProcessGraph,
): ProcessState {
  return {
    status: STATUS[instance.state],
    nextId: instance.next_id,
    isSuspended: instance.suspended_at !== null,
    held: instance.held,
    scopes: instance.scopes.map((scope) => ({ ...scope, node: indexOf(graph, scope.node) })),
    done: instance.done.map((done) => doneOf(done, graph)),
    tokens: tokens.map((row) => ({
      ...{ id: row.id, scopeId: row.scope, node: indexOf(graph, row.node), state: row.state },
      via: row.via === null ? -1 : graph.flows.findIndex(({ id }) => id === row.via),
      ...{ locals: row.locals, undoes: row.undoes, rounds: row.rounds },
    })),
    waits: waits.map((row) => ({
      ...{ id: row.id, scopeId: row.scope, tokenId: row.token_id ?? -1, node: indexOf(graph, row.node) },
      ...{
        kind: row.kind,
        name: row.name,
        key: row.key,
        dueAt: row.due_at,
        rule: row.rule,
        cycle: row.cycle,
      },
    })),
    incidents: incidents.map((row) => ({
      ...{
        id: row.id,
        tokenId: row.token_id ?? -1,
        node: indexOf(graph, row.node),
        kind: row.kind,
        text: row.text,
      },
    })),
  }
}

function doneOf(done: KeptDone, graph: ProcessGraph): ProcessState['done'][number] {
  const inner = done.inner.map((one) => doneOf(one, graph))
  return { ...done, node: indexOf(graph, done.node), inner }
}

/** The part of the state that stands in the instance's own row. */
export function keptOf(
  { scopes, done, nextId, held }: ProcessState,
  graph: ProcessGraph,
): Pick<InstanceRow, 'scopes' | 'done' | 'next_id' | 'held'> {
  return {
    scopes: scopes.map((scope): KeptScope => ({ ...scope, node: graph.nodes[scope.node]?.id ?? '' })),
    done: done.map((one) => keptDone(one, graph)),
    next_id: nextId,
    held,
  }
}

function keptDone(done: ProcessState['done'][number], graph: ProcessGraph): KeptDone {
  const inner = done.inner.map((one) => keptDone(one, graph))
  return { ...done, node: graph.nodes[done.node]?.id ?? '', inner }
}
