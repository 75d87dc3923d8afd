import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { OutgoingFault } from './outgoing-fault.ts'

/** An address that a name has. */
export type Address = { readonly address: string; readonly family: number }

/** What somebody answered. */
export type OutgoingAnswer = {
  readonly status: number
  /** Names in small letters; of several headers of a name the first. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** A call to addresses that have been looked at. */
type Addressed = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly addresses: readonly Address[]
}

/** An answer that is longer is not read. */
const ANSWER_MAX_BYTES = 1024 * 1024

/** Sends one request and hears the answer out. Nothing is followed, and nothing is looked up. */
export async function sendRequest(request: Addressed, signal: AbortSignal): Promise<OutgoingAnswer> {
  const { url } = request
  try {
    const response = await open(request, signal)
    if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
      response.destroy()
      throw new OutgoingFault('answer-encoded', url.host)
    }
    return {
      status: response.statusCode ?? 0,
      headers: firstOf(response.headersDistinct),
      text: await readText(response, url.host),
    }
  } catch (error) {
    if (signal.aborted || error instanceof OutgoingFault) throw error
    throw new OutgoingFault('unreachable', url.host, error)
  }
}

function open(
  { method, url, headers, body, addresses }: Addressed,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const send = url.protocol === 'https:' ? tlsRequest : plainRequest
  const outgoing = send(url, {
    ...{ method, signal, lookup: lookupIn(addresses), agent: false },
    headers: { 'user-agent': 'Millrace', 'accept-encoding': 'identity', ...headers },
  })
  outgoing.on('response', resolve)
  outgoing.on('error', reject)
  outgoing.end(body ?? undefined)
  return promise
}

/** Says what was found before, so that nothing else is found in between. */
function lookupIn(addresses: readonly Address[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses
    if (options.all) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family ?? 0)
  }
}

function firstOf(headers: IncomingMessage['headersDistinct']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values?.[0] ?? '']))
}

async function readText(response: IncomingMessage, host: string): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  // The stream of an answer gives bytes.
  for await (const part of response as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > ANSWER_MAX_BYTES) {
      response.destroy()
      throw new OutgoingFault('answer-large', host)
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
