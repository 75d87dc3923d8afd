import { operations } from '@millrace/contract'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { askForDelivery } from '../deliver-job.ts'
import { findHomes } from '../queries/find-homes.ts'
import { findSentBefore, sentAs } from '../queries/find-message-takers.ts'
import { insertMessages, type NewMessage } from '../store/messages.ts'
import { writableIds } from './work-jobs.ts'

/** Sends messages: they go to those who wait, or begin instances, after the transaction. */
export const sendMessage = command(operations['process.sendMessage'], async (unit, inputs) => {
  await demandProcesses(unit, inputs)
  const messages = inputs.map(
    ({ name, key, messageId, ttlMs, values, containerId }): NewMessage => ({
      ...{ id: unit.newId<'ProcessMessage'>(), kind: 'message', name, key, message_id: messageId },
      ...{ variables: values, process_ids: reached(unit, containerId), sender_id: null },
      ...{ sent_by: unit.principal.personId, expires_at: unit.now + ttlMs },
    }),
  )
  const fresh = await insertMessages(unit, messages)
  const again = messages.filter(({ id }) => !fresh.has(id))
  const before = again.length === 0 ? new Map<string, string>() : await findSentBefore(unit, again)
  if (fresh.size > 0) await askForDelivery(unit)
  return messages.map((message) => ({ id: before.get(sentAs(message)) ?? message.id }))
})

/** Sends signals to everything that waits for them when they arrive, after the transaction. */
export const sendSignal = command(operations['process.sendSignal'], async (unit, inputs) => {
  await demandProcesses(unit, inputs)
  const signals = inputs.map(
    ({ name, values, containerId }): NewMessage => ({
      ...{ id: unit.newId<'ProcessMessage'>(), kind: 'signal', name, key: null, message_id: null },
      ...{ variables: values, process_ids: reached(unit, containerId), sender_id: null },
      ...{ sent_by: unit.principal.personId, expires_at: unit.now },
    }),
  )
  await insertMessages(unit, signals)
  await askForDelivery(unit)
  return signals.map(({ id }) => ({ id }))
})

/** Where a process is named, it has to be one that the person may write in. */
async function demandProcesses(
  unit: Unit,
  inputs: readonly { readonly containerId?: string | undefined }[],
): Promise<void> {
  const named = [...new Set(inputs.flatMap(({ containerId }) => containerId ?? []))]
  const homes = named.length === 0 ? new Map() : await findHomes(unit, named)
  inputs.forEach(({ containerId }, index) => {
    if (containerId === undefined) return
    const wanted = { permission: 'item.write', containerIds: [containerId], what: 'process' } as const
    demand(unit.principal.access, wanted, index)
    if (!homes.has(containerId)) refuse('platform.not_found', { what: 'process' }, index)
  })
}

/** The processes that something may reach which somebody sends; null: all. */
function reached(unit: Unit, containerId: string | undefined): readonly string[] | null {
  return containerId === undefined ? writableIds(unit.principal.access) : [containerId]
}
