import { operations } from '@millrace/contract'
import { checkMoment } from '@millrace/core/notify'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { comeBack, WAKE_JOB } from '../come-back.ts'
import { linesChanged } from '../notification-event.ts'
import { readAllLines, readLines, snoozeLines, unreadLines } from '../store/notifications.ts'

/** Marks lines of one's inbox as done. */
export const markRead = command(operations['notify.markRead'], (unit, inputs) =>
  changeOwn(unit, inputs, readLines),
)

/** Takes lines of one's inbox up again. */
export const markUnread = command(operations['notify.markUnread'], (unit, inputs) =>
  changeOwn(unit, inputs, unreadLines),
)

/** A line of somebody else is as if it were not there. */
async function changeOwn(
  unit: Unit,
  inputs: readonly { readonly id: string }[],
  change: (unit: Unit, ids: readonly string[]) => Promise<readonly string[]>,
) {
  const changed = new Set(await change(unit, [...new Set(inputs.map(({ id }) => id))]))
  inputs.forEach(({ id }, index) => {
    if (!changed.has(id)) refuse('platform.not_found', { what: 'notification' }, index)
  })
  unit.record(linesChanged(unit, [...changed]))
  return inputs.map(({ id }) => ({ id }))
}

/** Marks everything that came until a moment as done, but what is put off. */
export const markAllRead = command(operations['notify.markAllRead'], async (unit, inputs) => {
  const until = Math.max(...inputs.map((input) => input.until))
  const ids = await readAllLines(unit, until)
  unit.record(linesChanged(unit, ids))
  return inputs.map(() => ({ count: ids.length }))
})

/** Puts lines of one's inbox off. */
export const snooze = command(operations['notify.snooze'], async (unit, inputs) => {
  inputs.forEach(({ until }, index) => accepted(checkMoment(until, unit.now), index))
  // Said last counts.
  const wanted = [...new Map(inputs.map((input) => [input.id, input])).values()]
  const lines = await changeOwn(unit, inputs, () => snoozeLines(unit, wanted))
  await comeBack(unit, { kind: WAKE_JOB, moments: wanted.map(({ until }) => until) })
  return lines
})
