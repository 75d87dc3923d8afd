import type { Recurrence, RecurrenceCause } from '@millrace/core/work'
import type { Unit } from '../../platform/commands/index.ts'
import { dayStart } from '../../platform/time-zone.ts'

/** Makes the next item of a series. */
export const REPEAT_JOB = 'work.repeat'

/** What the job knows. `itemId` is the newest item as of the asking: when there is a newer one, all is done. */
export type RepeatPayload = {
  readonly recurrenceId: string
  readonly itemId: string
  readonly cause: RecurrenceCause
}

/** Asks for the next items of series at the beginning of their days. Asked twice it is one job. */
export async function askForNext(
  unit: Unit,
  series: readonly Pick<Recurrence, 'id' | 'itemId' | 'nextOn'>[],
  timeZone: string,
): Promise<void> {
  const { organisationId } = unit
  await Promise.all(
    series.flatMap(({ id, itemId, nextOn }) => {
      if (nextOn === null) return []
      const runAt = Math.max(dayStart(nextOn, timeZone), unit.now)
      const payload: RepeatPayload = { recurrenceId: id, itemId, cause: 'came' }
      const uniqueKey = `${REPEAT_JOB} ${id} ${itemId} ${runAt}`
      return [unit.enqueue({ kind: REPEAT_JOB, organisationId, payload, uniqueKey, runAt })]
    }),
  )
}

/** Asks for the next items of series whose newest has just been done. */
export async function askForNextOfDone(
  unit: Unit,
  series: readonly { readonly id: string; readonly itemId: string }[],
): Promise<void> {
  const { organisationId } = unit
  await Promise.all(
    series.map(({ id, itemId }) => {
      const payload: RepeatPayload = { recurrenceId: id, itemId, cause: 'done' }
      return unit.enqueue({ kind: REPEAT_JOB, organisationId, payload })
    }),
  )
}
