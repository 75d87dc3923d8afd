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
const RECONNECT_MS = 2_000

/**
 * Listens on a connection of its own and tells others, coalesced. A lost connection is opened anew.
 * Losing a ring is harmless: the journal is the truth and every process also polls it slowly.
 */
export async function hangBell(
  open: () => Promise<Client>,
  onRing: (organisationId: string, seq: number) => void,
  onFault: (error: unknown) => void,
): Promise<Bell> {
  const pending = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null
  let isClosed = false
  let client: Client | null = await listen()

  async function listen(): Promise<Client> {
    const fresh = await open()
    fresh.on('error', lost)
    fresh.on('end', () => lost(new Error('the connection that listens has ended')))
    fresh.on('notification', (message) => {
      for (const [organisationId, seq] of readPayload(message.payload ?? '')) onRing(organisationId, seq)
    })
    await fresh.query(`listen ${CHANNEL}`)
    return fresh
  }

  function lost(error: Error): void {
    if (isClosed || client === null) return
    client = null
    onFault(error)
    setTimeout(reopen, RECONNECT_MS).unref()
  }

  function reopen(): void {
    if (isClosed) return
    listen().then(
      (fresh) => {
        client = fresh
      },
      () => setTimeout(reopen, RECONNECT_MS).unref(),
    )
  }

  function flush(): void {
    timer = null
    const payload = [...pending].map(([organisationId, seq]) => `${organisationId}:${seq}`).join(' ')
    pending.clear()
    client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(onFault)
  }

  return {
    ring(organisationId, seq) {
      onRing(organisationId, seq)
      pending.set(organisationId, seq)
      timer ??= setTimeout(flush, COALESCE_MS)
    },
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      await client?.end()
    },
  }
}

function readPayload(payload: string): readonly (readonly [string, number])[] {
  return payload.split(' ').flatMap((part) => {
    const [organisationId, seq] = part.split(':')
    return organisationId && Number.isInteger(Number(seq)) ? [[organisationId, Number(seq)] as const] : []
  })
}
