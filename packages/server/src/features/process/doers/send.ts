import type { Doer, OthersWork } from './doer.ts'

type Sent = Extract<OthersWork, { readonly kind: 'send-message' | 'send-signal' }>

function isSent(work: OthersWork): work is Sent {
  return work.kind === 'send-message' || work.kind === 'send-signal'
}

/** Messages and signals are delivered after the transaction: whoever waits for them is locked in one of its own. */
export const sendDoer: Doer = {
  does: isSent,
  carry: async ({ unit }, work) => {
    for (const one of work.filter(isSent)) {
      const { kind, name, variables, instanceId, node } = one
      const key = one.kind === 'send-message' ? one.key : null
      const sent = { key, name, variables, from: { instanceId, element: node.id } }
      await unit.enqueue({
        kind: kind === 'send-message' ? 'process.deliver_message' : 'process.deliver_signal',
        organisationId: unit.organisationId,
        payload: sent,
      })
    }
  },
}
