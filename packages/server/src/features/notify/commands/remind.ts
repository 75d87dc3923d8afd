import { operations } from '@millrace/contract'
import { checkMoment } from '@millrace/core/notify'
import { accepted, command, refuse } from '../../../platform/commands/index.ts'
import { comeBack, REMIND_JOB } from '../come-back.ts'
import { demandItems } from '../policy.ts'
import { deleteReminders, putReminders } from '../store/wishes.ts'

/** Asks to be reminded of items. */
export const setReminder = command(operations['notify.setReminder'], async (unit, inputs) => {
  const items = await demandItems(unit, inputs, 'container.read')
  items.forEach((item, index) => {
    if (item.archived_at !== null) refuse('work.archived', { key: item.key }, index)
  })
  inputs.forEach(({ remindAt }, index) => accepted(checkMoment(remindAt, unit.now), index))
  const reminders = [...new Map(inputs.map((input) => [input.id, input])).values()]
  const kept = await putReminders(unit, reminders)
  inputs.forEach(({ id }, index) => {
    if (!kept.has(id)) refuse('platform.exists', { what: 'reminder' }, index)
  })
  await comeBack(unit, { kind: REMIND_JOB, moments: reminders.map(({ remindAt }) => remindAt) })
  return inputs
})

/** Does without reminders. */
export const removeReminder = command(operations['notify.removeReminder'], async (unit, inputs) => {
  const gone = await deleteReminders(
    unit,
    inputs.map(({ id }) => id),
  )
  inputs.forEach(({ id }, index) => {
    if (!gone.has(id)) refuse('platform.not_found', { what: 'reminder' }, index)
  })
  return inputs.map(({ id }) => ({ id }))
})
