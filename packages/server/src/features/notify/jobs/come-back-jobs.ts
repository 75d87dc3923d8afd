import type { News } from '@millrace/core/notify'
import { type ExecuteDeps, runInTime, type Unit } from '../../../platform/commands/index.ts'
import type { JobHandler } from '../../../platform/jobs/index.ts'
import { REMIND_JOB, WAKE_JOB } from '../come-back.ts'
import { linesChanged } from '../notification-event.ts'
import { wakeLines } from '../store/notifications.ts'
import { takeReminders } from '../store/wishes.ts'
import { tell } from '../tell.ts'

/** What a worker does when the moment has come for which somebody put something off. */
export function createComeBackJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  const forPerson =
    (work: (unit: Unit) => Promise<void>): JobHandler =>
    async (job) => {
      const about = {
        organisationId: job.organisation_id ?? '',
        personId: String(job.payload['personId']),
      }
      await runInTime(deps, about, work)
    }
  return new Map([
    [WAKE_JOB, forPerson(wake)],
    [REMIND_JOB, forPerson(remind)],
  ])
}

async function wake(unit: Unit): Promise<void> {
  unit.record(linesChanged(unit, await wakeLines(unit)))
}

async function remind(unit: Unit): Promise<void> {
  const reminders = await takeReminders(unit)
  const news = reminders.map(
    ({ item_id: itemId, note }): News => ({
      id: unit.newId<'Event'>(),
      itemId,
      instanceId: null,
      kind: 'reminder',
      at: unit.now,
      actor: unit.actor,
      to: [unit.principal.personId],
      isPrivate: true,
      commentId: null,
      facts: { note },
    }),
  )
  await tell(unit, news, { by: null })
}
