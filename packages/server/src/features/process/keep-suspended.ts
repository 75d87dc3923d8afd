import type { Unit } from '../../platform/commands/index.ts'
import { askForCalls } from './call-job.ts'
import type { Rewritten } from './store/engine-rows.ts'
import { markJobs, markWaits } from './store/suspended.ts'

/** What instances wait for stands still with them, and goes on with them: endpoints are called from then on. */
export async function keepSuspended(unit: Unit, rewritten: readonly Rewritten[]): Promise<void> {
  const touched = rewritten.flatMap(({ before, after }) => {
    const { isSuspended } = after.engine
    const isConcerned = isSuspended || (before?.engine.isSuspended ?? false)
    return isConcerned ? [{ id: after.instance.id, isSuspended }] : []
  })
  markWaits(unit, touched)
  const calls = (await markJobs(unit, touched)).filter(({ kind }) => kind === 'http')
  const byMoment = Map.groupBy(calls, (call) => Math.max(call.due_at, unit.now))
  for (const [at, due] of byMoment) await askForCalls(unit, due, at)
}
