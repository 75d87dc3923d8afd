import { operation } from '@millrace/contract'
import type { Actor } from '@millrace/core/kernel'
import { z } from 'zod'
import {
  type Command,
  type ExecuteDeps,
  execute,
  type Origin,
  type Principal,
  type Unit,
} from '../../platform/commands/index.ts'
import type { RunRow } from './import-run.ts'
import type { FileDeps } from './open-reading.ts'

/** What carrying out imports needs: the commands of all features, and the files. */
export type ImportDeps = ExecuteDeps & FileDeps

type Work = (unit: Unit) => Promise<void>

const STEP = 'exchange.step'

/**
 * A piece of work as a command, so that it is journalled, reacted to and rung for like all others.
 * It stands in a registry of its own that no route knows.
 */
const step: Command = {
  operation: operation({
    id: STEP,
    route: { kind: 'command', method: 'POST', path: '', scope: 'organisation' },
    summary: '',
    permission: 'session',
    input: z.custom<Work>((value) => typeof value === 'function'),
    output: z.object({}),
    refusals: [],
  }),
  run: async (unit, inputs) => {
    // The schema above lets nothing but functions pass, and only `runInUnit` hands them over.
    for (const work of inputs as readonly Work[]) await work(unit)
    return inputs.map(() => ({}))
  },
}

/** Does a piece of work of a run in one transaction, in the name of whoever started it. */
export async function runInUnit(
  deps: ExecuteDeps,
  run: { readonly organisationId: string; readonly id: string; readonly startedBy: string },
  work: Work,
): Promise<void> {
  const registry = { ...deps.registry, commands: new Map(deps.registry.commands).set(STEP, step) }
  const actor: Actor = { kind: 'import', personId: run.startedBy, runId: run.id }
  const origin: Origin = { kind: 'import', runId: run.id }
  const principal = principalOf(run)
  await execute({ ...deps, registry }, { principal, actor, origin, calls: [{ name: STEP, input: work }] })
}

/** Carries out commands of another feature within a unit. What they need was checked when the run was started. */
export async function carryOut(
  deps: ExecuteDeps,
  unit: Unit,
  call: { readonly name: string; readonly inputs: readonly unknown[] },
): Promise<void> {
  const found = deps.registry.commands.get(call.name)
  if (!found) throw new Error(`nobody offers ${call.name}`)
  if (call.inputs.length > 0) await found.run(unit, call.inputs)
}

/** The person who started the run. What they may do was asked then. */
function principalOf(run: { readonly organisationId: string; readonly startedBy: string }): Principal {
  return {
    userId: null,
    personId: run.startedBy,
    organisationId: run.organisationId,
    orgRole: 'member',
    access: { version: 0, containers: 'all' },
    scopes: null,
  }
}

/** How a run is named where its work is done. */
export function namesOf(organisationId: string, row: RunRow) {
  return { organisationId, id: row.id, startedBy: row.started_by }
}
