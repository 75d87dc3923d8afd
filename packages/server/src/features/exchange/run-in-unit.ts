import type { Actor } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import {
  type ExecuteDeps,
  executeWork,
  type Origin,
  type Principal,
  type Unit,
  type Work,
} from '../../platform/commands/index.ts'
import type { RunRow } from './import-run.ts'
import type { FileDeps } from './open-reading.ts'

/** What carrying out imports needs: the commands of all features, and the files. */
export type ImportDeps = ExecuteDeps & FileDeps

/** Does a piece of work of a run in one transaction, in the name of whoever started it. */
export async function runInUnit(
  deps: ExecuteDeps,
  run: { readonly organisationId: string; readonly id: string; readonly startedBy: string },
  work: Work,
): Promise<void> {
  const actor: Actor = { kind: 'import', personId: run.startedBy, runId: run.id }
  const origin: Origin = { kind: 'import', runId: run.id }
  await executeWork(deps, { principal: principalOf(run), actor, origin }, work)
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
    access: { version: 0, containers: 'all', fields: EVERY_FIELD },
    scopes: null,
  }
}

/** How a run is named where its work is done. */
export function namesOf(organisationId: string, row: RunRow) {
  return { organisationId, id: row.id, startedBy: row.started_by }
}
