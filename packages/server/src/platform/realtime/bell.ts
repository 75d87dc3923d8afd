import type { Client } from 'pg'

/** Carries word of commits between processes on one database. */
export type Bell = {
  readonly ring: (organisationId: string, seq: number) => void
  readonly close: () => Promise<void>
}

const CHANNEL = 'millrace_journal'
/**
 * One notification per process in this time. A notification inside each transaction takes half of
 * the write throughput, because committing with one takes a lock of the whole cluster.
 */
const COALESCE_MS = 20

/**
 * Listens on a connection of its own and tells others, coalesced. Losing a ring is harmless: the
 * journal is the truth and every process also polls it slowly.
 */
export async function hangBell(
  client: Client,
  onRing: (organisationId: string, seq: number) => void,
  onFault: (error: unknown) => void,
): Promise<Bell> {
  const pending = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null

  client.on('notification', (message) => {
    for (const [organisationId, seq] of readPayload(message.payload ?? '')) onRing(organisationId, seq)
  })
  await client.query(`listen ${CHANNEL}`)

  function flush(): void {
    timer = null
    const payload = [...pending].map(([organisationId, seq]) => `${organisationId}:${seq}`).join(' ')
    pending.clear()
    client.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(onFault)
  }

  return {
    ring(organisationId, seq) {
      onRing(organisationId, seq)
      pending.set(organisationId, seq)
      timer ??= setTimeout(flush, COALESCE_MS)
    },
    async close() {
      if (timer) clearTimeout(timer)
      await client.end()
    },
  }
}

function readPayload(payload: string): readonly (readonly [string, number])[] {
  return payload.split(' ').flatMap((part) => {
    const [organisationId, seq] = part.split(':')
    return organisationId && Number.isInteger(Number(seq)) ? [[organisationId, Number(seq)] as const] : []
  })
}
