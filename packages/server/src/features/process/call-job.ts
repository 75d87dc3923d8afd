import type { Unit } from '../../platform/commands/index.ts'

/** The work in the background that calls endpoints. */
export const CALL_JOB = 'process.call_services'

/** A job and how often it has failed: one that has failed since is somebody else's turn. */
type Call = { readonly id: string; readonly failures: number }

/** Which jobs are to be called for. */
export type CallPayload = { readonly calls: readonly Call[] }

/** Calls that one turn in the background makes at the same time. */
const CALLS_AT_ONCE = 16

/** Asks for calls, at once or not before a moment. */
export async function askForCalls(unit: Unit, calls: readonly Call[], runAt?: number): Promise<void> {
  for (let start = 0; start < calls.length; start += CALLS_AT_ONCE) {
    const payload: CallPayload = {
      calls: calls.slice(start, start + CALLS_AT_ONCE).map(({ id, failures }) => ({ id, failures })),
    }
    const when = runAt === undefined ? {} : { runAt }
    await unit.enqueue({ kind: CALL_JOB, organisationId: unit.organisationId, payload, ...when })
  }
}
