import { type Refusal, unreachable } from '../../kernel/index.ts'
import { announce } from './announce.ts'
import type { CaseCommand, CaseStep, CaseWorld } from './command.ts'
import type { CaseGraph, CaseVariables } from './graph.ts'
import { createChildren } from './life.ts'
import { CASE_ROW, CaseMachine } from './machine.ts'
import { runToRest, TRANSITIONS_MAX } from './rules.ts'
import type { CasePlanState, PlanItemCause } from './state.ts'
import { isAboutCase, plan, tellCase } from './tell-case.ts'
import { tellFile } from './tell-file.ts'
import { tellItem } from './tell-item.ts'
import { recountTimer } from './timer.ts'
import { write } from './write.ts'

/** The plan of a case, and where it is. */
export type CaseRun = {
  readonly graph: CaseGraph
  readonly state: CasePlanState
  readonly world: CaseWorld
}

/** A step; or what does not fit, and nothing has changed. */
export type CaseAdvance =
  | { readonly ok: true; readonly step: CaseStep }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Begins a case: its plan is created, and goes on until it stands still.
 *
 * @param graph from `compileCase`
 */
export function startCase(
  { graph, world }: Omit<CaseRun, 'state'>,
  { variables = {} }: { readonly variables?: CaseVariables } = {},
): CaseAdvance {
  const { now: since, by } = world
  const cause: PlanItemCause = { kind: 'command', by: by?.personId ?? null }
  const machine = new CaseMachine(
    graph,
    {
      ...{ state: 'active', since, cause, isHeldOpen: false, nextId: 1, variables },
      ...{ items: [], parts: [], stale: [], file: {}, incidents: [] },
    },
    world,
  )
  const begun = { transition: 'create', from: null, to: 'active', cause } as const
  machine.happened.push({ kind: 'item', itemId: CASE_ROW, defId: graph.id, ...begun })
  createChildren(machine, CASE_ROW)
  announce(machine, CASE_ROW, 'create')
  machine.mayLeave(CASE_ROW)
  machine.mayComplete(CASE_ROW)
  return rest(machine)
}

/**
 * Lets a case go on by what is said to it, until it stands still. Nothing is asked and nothing is done outside; the same
 * state, command and world always give the same step.
 *
 * @param run the graph from `compileCase` and the state as the last step left it
 * @returns the step; or a refusal (`case.…`), and nothing has changed
 * @see CMMN 1.1 §8, Execution Semantics
 */
export function advanceCase({ graph, state, world }: CaseRun, command: CaseCommand): CaseAdvance {
  const machine = new CaseMachine(graph, state, world)
  const refusal = tell(machine, command)
  return refusal ? { ok: false, refusal } : rest(machine)
}

/** Lets it go on until it stands still; one that never would is left as it was. */
export function rest(machine: CaseMachine): CaseAdvance {
  const restless = runToRest(machine)
  if (restless === null) return { ok: true, step: machine.step() }
  return {
    ok: false,
    refusal: { code: 'case.never_rests', params: { name: restless.name, limit: TRANSITIONS_MAX } },
  }
}

function tell(machine: CaseMachine, command: CaseCommand): Refusal | null {
  if (isAboutCase(command)) return tellCase(machine, command)
  switch (command.kind) {
    case 'plan':
      return plan(machine, command)
    case 'file':
      return tellFile(machine, command)
    case 'change':
      if (machine.state === 'closed') return { code: 'case.not_active', params: { state: machine.state } }
      write(machine, command.values)
      return null
    case 'recount':
      return recount(machine, command.itemIds)
    default:
      return 'itemId' in command ? tellItem(machine, command) : unreachable(command)
  }
}

function recount(machine: CaseMachine, itemIds: readonly number[]): Refusal | null {
  const unknown = itemIds.find((id) => !machine.items.has(id))
  if (unknown !== undefined) return { code: 'case.item_not_found', params: { id: unknown } }
  for (const id of itemIds) recountTimer(machine, machine.row(id))
  return null
}
