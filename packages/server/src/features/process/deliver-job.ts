import type { Unit } from '../../platform/commands/index.ts'

/** The work in the background that gives messages and signals to those who wait. */
export const DELIVER_JOB = 'process.deliver_messages'

/** Asks for it: once for everything that is sent in a transaction. */
export async function askForDelivery(unit: Unit, runAt: number | null = null): Promise<void> {
  const job = { kind: DELIVER_JOB, organisationId: unit.organisationId, payload: {} }
  if (runAt === null) return await unit.enqueue(job)
  // Whoever looks again later looks for all.
  const uniqueKey = `${DELIVER_JOB} ${unit.organisationId} ${Math.ceil(runAt / 1000)}`
  await unit.enqueue({ ...job, runAt, uniqueKey })
}
