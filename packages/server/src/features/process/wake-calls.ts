import type { Unit } from '../../platform/commands/index.ts'
import { askForCalls } from './call-job.ts'
import { askForDelivery } from './deliver-job.ts'
import { findLeftCalls } from './queries/find-jobs.ts'

/** Whoever calls has an answer, or has given up, long before. */
const LEFT_MS = 15 * 60_000

/** Asks again for calls that nobody makes, as what asked for them was lost, and offers what is kept once more. */
export async function wakeCalls(unit: Unit): Promise<void> {
  const left = await findLeftCalls(unit.tx, unit.organisationId, unit.now - LEFT_MS)
  await askForCalls(unit, left)
  await askForDelivery(unit)
}
