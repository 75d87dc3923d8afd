import type { Client } from 'pg'

/** Carries word of commits between processes on one database. */
export type Bell = {
  readonly ring: (organisationId: string, seq: number) => void
  /** Says something to every process, this one too, that nobody keeps. It may be lost. */
  readonly say: (words: string) => void
  readonly close: () => Promise<void>
}

const CHANNEL = 'millrace_journal'
const WORDS_CHANNEL = 'millrace_words'
/** A notification holds less than 8,000 bytes; what is said is in ASCII or escaped so. */
const WORDS_BYTES_MAX = 7_900
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
  heard: {
    readonly onRing: (organisationId: string, seq: number) => void
    readonly onWords?: (words: string) => void
  },
  onFault: (error: unknown) => void,
): Promise<Bell> {
  const { onRing, onWords } = heard
  let isClosed = false
  let client: Client | null = await listen()

  async function listen(): Promise<Client> {
    const fresh = await open()
    fresh.on('error', lost)
    fresh.on('end', () => lost(new Error('the connection that listens has ended')))
    fresh.on('notification', ({ channel, payload = '' }) => {
      if (channel === WORDS_CHANNEL) onWords?.(payload)
      else for (const [organisationId, seq] of readPayload(payload)) onRing(organisationId, seq)
    })
    await fresh.query(`listen ${CHANNEL}; listen ${WORDS_CHANNEL}`)
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

  const pile = createPile(async (payload) => {
    await client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(onFault)
  })

  return {
    ring(organisationId, seq) {
      onRing(organisationId, seq)
      pile.add(organisationId, seq)
    },
    say(words) {
      if (words.length > WORDS_BYTES_MAX) return
      void client?.query('select pg_notify($1, $2)', [WORDS_CHANNEL, words]).catch(onFault)
    },
    async close() {
      isClosed = true
      pile.drop()
      await client?.end()
    },
  }
}

/** Piles words up and passes them on, one pile at a time: what comes meanwhile goes out with the next. */
function createPile(pass: (payload: string) => Promise<void>) {
  const pending = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null
  let isPassing = false

  async function passOn(): Promise<void> {
    const payload = [...pending].map(([organisationId, seq]) => `${organisationId}:${seq}`).join(' ')
    pending.clear()
    isPassing = true
    await pass(payload)
    isPassing = false
    if (pending.size > 0) passSoon()
  }

  function passSoon(): void {
    if (isPassing) return
    timer ??= setTimeout(() => {
      timer = null
      void passOn()
    }, COALESCE_MS)
  }

  return {
    add(organisationId: string, seq: number): void {
      pending.set(organisationId, seq)
      passSoon()
    },
    drop(): void {
      pending.clear()
      if (timer) clearTimeout(timer)
    },
  }
}

function readPayload(payload: string): readonly (readonly [string, number])[] {
  return payload.split(' ').flatMap((part) => {
    const [organisationId, seq] = part.split(':')
    return organisationId && Number.isInteger(Number(seq)) ? [[organisationId, Number(seq)] as const] : []
  })
}
