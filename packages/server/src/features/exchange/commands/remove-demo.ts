import { operations } from '@millrace/contract'
import { command } from '../../../platform/commands/index.ts'
import { removeMade } from '../removal/remove-made.ts'
import { goneEvents } from '../run-events.ts'

/** Removes the demo story, and keeps what people made themselves. */
export const removeDemo = command(operations['exchange.removeDemo'], async (unit, inputs) => {
  const subject = { kind: 'organisation', id: unit.organisationId }
  const { view, gone } = await removeMade(unit, { kind: 'demo' })
  unit.record([
    {
      id: unit.newId<'Event'>(),
      kind: 'exchange.demo_removed',
      at: unit.now,
      actor: unit.actor,
      subject,
      containerId: null,
      data: { removed: view.removed, kept: view.keptCount },
    },
    ...goneEvents(unit, subject, gone),
  ])
  return inputs.map(() => view)
})
