import type { Unit } from './unit.ts'

/**
 * Wakes a worker when the next of many is due, by a job of this kind for the organisation. For moments to come one job a
 * second is enough, however many ask; what is due already may come behind a job that is just at its end, and gets one
 * of its own.
 *
 * @param at null: nothing is waited for
 */
export async function wakeAt(unit: Unit, kind: string, at: number | null): Promise<void> {
  if (at === null) return
  const { organisationId } = unit
  const runAt = Math.ceil(at / 1000) * 1000
  const isDue = at <= Math.max(unit.now, Date.now())
  const uniqueKey = `${kind} ${organisationId} ${runAt}`
  await unit.enqueue({ kind, organisationId, payload: {}, runAt, ...(isDue ? {} : { uniqueKey }) })
}
