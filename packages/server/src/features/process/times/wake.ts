import type { Unit } from '../../../platform/commands/index.ts'

/** What a worker is woken for, organisation by organisation. */
export const WAKE_JOBS = {
  timers: 'process.timers',
  levels: 'process.levels',
} as const

/**
 * Wakes a worker when the next of many is due. For moments to come one job a second is enough, however many ask; what
 * is due already may come behind a job that is just at its end, and gets one of its own.
 */
export async function wakeAt(unit: Unit, what: keyof typeof WAKE_JOBS, at: number | null): Promise<void> {
  if (at === null) return
  const { organisationId } = unit
  const kind = WAKE_JOBS[what]
  const runAt = Math.ceil(at / 1000) * 1000
  const isDue = at <= Math.max(unit.now, Date.now())
  const uniqueKey = `${kind} ${organisationId} ${runAt}`
  await unit.enqueue({ kind, organisationId, payload: {}, runAt, ...(isDue ? {} : { uniqueKey }) })
}
