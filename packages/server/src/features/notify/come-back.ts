import type { Unit } from '../../platform/commands/index.ts'

/** Brings lines of a person's inbox back that were put off until now. */
export const WAKE_JOB = 'notify.wake'
/** Reminds a person of what they wanted to be reminded of by now. */
export const REMIND_JOB = 'notify.remind'

/** Asks for a job in the person's name at each of some moments: however much is put off to one, it is one job. */
export async function comeBack(
  unit: Unit,
  wanted: { readonly kind: string; readonly moments: readonly number[] },
): Promise<void> {
  const { organisationId, principal } = unit
  const payload = { personId: principal.personId }
  await Promise.all(
    [...new Set(wanted.moments)].map((runAt) =>
      unit.enqueue({ kind: wanted.kind, organisationId, payload, runAt }),
    ),
  )
}
