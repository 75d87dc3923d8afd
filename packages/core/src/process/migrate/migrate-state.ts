import type { EngineStep } from '../engine/advance-process.ts'
import { Machine, type ProcessWorld } from '../engine/machine.ts'
import { runToQuiescence } from '../engine/run.ts'
import type { Incident, ProcessState, Token, Wait } from '../engine/state.ts'
import { armEvent } from '../engine/wait.ts'
import { keptDone, type Migration, reportOf } from './check-migration.ts'
import { newWaits, waitTarget } from './find-waits.ts'
import { Mapping } from './mapping.ts'
import type { MigrationReport } from './migration-report.ts'

/** A migration that was done, or why it could not be. */
export type Migrated =
  | { readonly ok: true; readonly step: EngineStep; readonly report: MigrationReport }
  | { readonly ok: false; readonly report: MigrationReport }

/**
 * Takes an instance to another version, as a whole or not at all. Tokens, scopes and their ids stay, and with them the
 * work that was begun; then it goes on by the new version until it stands still, or
 * stays suspended.
 *
 * @returns the step, whose nodes and flows are those of the new version
 */
export function migrateState(
  { from, to, plan }: Migration,
  { state, world }: { readonly state: ProcessState; readonly world: ProcessWorld },
): Migrated {
  const mapping = new Mapping(from, to, plan)
  const report = reportOf(mapping, state)
  if (report.problems.length > 0) return { ok: false, report }
  const machine = new Machine(to, placed(mapping, state), world)
  for (const place of newWaits(mapping, state)) armEvent(machine, place)
  if (!machine.isSuspended) runToQuiescence(machine)
  const step = { state: machine.state(), demands: machine.demands, history: machine.history }
  return { ok: true, step, report }
}

function placed(mapping: Mapping, state: ProcessState): ProcessState {
  return {
    ...state,
    scopes: state.scopes.map((scope) => ({ ...scope, node: mapping.node(scope.node) })),
    tokens: state.tokens.map((token) => placedToken(mapping, token)),
    waits: state.waits.flatMap((wait) => placedWait(mapping, state, wait)),
    done: keptDone(mapping, state.done),
    incidents: state.incidents.flatMap((incident) => placedIncident(mapping, incident)),
  }
}

function placedToken(mapping: Mapping, token: Token): Token {
  const moved = { ...token, node: mapping.node(token.node), via: mapping.flow(token.via) }
  if (token.state !== 'resetting' || !Array.isArray(token.locals?.flows)) return moved
  const flows = token.locals.flows.map((flow: unknown) =>
    typeof flow === 'number' ? mapping.flow(flow) : -1,
  )
  return { ...moved, locals: { ...token.locals, flows } }
}

function placedWait(mapping: Mapping, state: ProcessState, wait: Wait): readonly Wait[] {
  const node = waitTarget(mapping, state, wait)
  return node < 0 ? [] : [{ ...wait, node }]
}

/** What has no token any more in the new version is nobody's trouble. */
function placedIncident(mapping: Mapping, incident: Incident): readonly Incident[] {
  const node = mapping.node(incident.node)
  return node < 0 ? [] : [{ ...incident, node }]
}
