import { call, organisationPath, send } from '../api.ts'
import { readAnswer } from '../problem.ts'
import { Unreachable } from '../refused.ts'
import type { BatchAnswer } from './calls.ts'
import { EventParser, type ServerEvent } from './event-parser.ts'
import { withRows } from './item-columns.ts'
import type { StreamMessage, Transport } from './transport.ts'

/** The server sends a sign of life every 20 seconds; after two missed ones the line is dead. */
const SILENCE_MS = 45_000

/** The way to the server by HTTP: snapshots and commands as JSON, changes as server-sent events. */
export function httpTransport(organisationId: string): Transport {
  return {
    bootstrap: async (scope) => {
      const packed = await call('sync.bootstrap', { scope }, { organisationId })
      return { view: withRows(packed), packed }
    },
    send: async (calls) => {
      const path = organisationPath(organisationId, '/commands')
      const answer = await send(path, { method: 'POST', body: { commands: calls } })
      return answer as BatchAnswer // The server checks its answers against the contract.
    },
    stream: (since, onMessage, signal) =>
      listen(organisationPath(organisationId, `/sync/stream?since=${String(since)}`), onMessage, signal),
  }
}

/**
 * Reads by `fetch` instead of `EventSource`, which hides signs of life and the status of a refusal.
 */
async function listen(path: string, onMessage: (message: StreamMessage) => void, signal: AbortSignal) {
  const line = new AbortController()
  const ended = () => line.abort()
  signal.addEventListener('abort', ended, { once: true })
  let watch = setTimeout(ended, SILENCE_MS)
  try {
    const response = await fetch(path, {
      signal: line.signal,
      credentials: 'same-origin',
      headers: { accept: 'text/event-stream' },
    })
    if (!response.ok || !response.body) {
      await readAnswer(response)
      throw new Unreachable('the stream is empty')
    }
    const parser = new EventParser()
    onMessage({ event: 'beat' })
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(watch)
      watch = setTimeout(ended, SILENCE_MS)
      for (const event of parser.push(text)) onMessage(messageOf(event))
    }
  } catch (error) {
    if (error instanceof TypeError || line.signal.aborted)
      throw new Unreachable('the stream broke', { cause: error })
    throw error
  } finally {
    clearTimeout(watch)
    signal.removeEventListener('abort', ended)
  }
}

function messageOf({ name, data }: ServerEvent): StreamMessage {
  if (name !== 'changes' && name !== 'reset') return { event: 'beat' }
  // The stream carries what the contract says; unknown kinds are announced and not kept.
  const body = JSON.parse(data) as Omit<Extract<StreamMessage, { event: 'changes' }>, 'event'>
  if (name === 'reset') return { event: 'reset', seq: body.seq }
  return { event: 'changes', seq: body.seq, changes: body.changes }
}
