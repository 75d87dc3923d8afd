import { askForDelivery } from '../deliver-job.ts'
import { insertMessages, type NewMessage } from '../store/messages.ts'
import type { Doer, OthersWork } from './doer.ts'

type Sent = Extract<OthersWork, { readonly kind: 'send-message' | 'send-signal' }>

/** What an instance sends to one that does not wait for it yet is kept for a day. */
const KEPT_MS = 86_400_000

function isSent(work: OthersWork): work is Sent {
  return work.kind === 'send-message' || work.kind === 'send-signal'
}

/** Messages and signals are delivered after the transaction: whoever waits for them is locked in one of its own. */
export const sendDoer: Doer = {
  does: isSent,
  carry: async ({ unit }, work) => {
    const messages = work.filter(isSent).map(
      (one): NewMessage => ({
        ...{ id: unit.newId<'ProcessMessage'>(), kind: one.kind === 'send-message' ? 'message' : 'signal' },
        ...{ name: one.name, key: one.kind === 'send-message' ? one.key : null, message_id: null },
        ...{ variables: one.variables, process_ids: null, sender_id: one.instanceId, sent_by: null },
        expires_at: unit.now + KEPT_MS,
      }),
    )
    await insertMessages(unit, messages)
    await askForDelivery(unit)
  },
}
