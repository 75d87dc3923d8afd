import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { type AllowedOrigin, isAllowedOrigin } from '@millrace/core/process'
import { type AddressRange, createAddressGuard } from './address-ranges.ts'
import { OutgoingFault } from './outgoing-fault.ts'
import { type Address, type OutgoingAnswer, sendRequest } from './send-request.ts'

/** Where calls may go; checked settings. */
export type OutgoingSettings = {
  readonly origins: readonly AllowedOrigin[]
  /** Networks that are no public ones and may be called all the same. */
  readonly ranges: readonly AddressRange[]
}

/** A call to somebody outside. */
export type OutgoingRequest = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** From the name that is looked up to the last byte of the answer. */
  readonly timeoutMs: number
}

/** Calls others by HTTP, but only those whom an administrator allows. */
export type Outgoing = {
  /** @throws OutgoingFault; any status of an answer is an answer */
  readonly call: (request: OutgoingRequest, signal?: AbortSignal) => Promise<OutgoingAnswer>
}

/** Finds the addresses of a name. */
type Resolve = (hostname: string) => Promise<readonly Address[]>

const REDIRECTS_MAX = 3
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** These ask that the same be sent once more. @see RFC 9110 §15.4.8, §15.4.9 */
const SAME_AGAIN = new Set([307, 308])
/** Whoever we are known to at one place is nobody's business at another. */
const OWN_TO_ORIGIN = new Set(['authorization', 'cookie', 'idempotency-key'])

type Around = {
  readonly settings: OutgoingSettings
  readonly mayReach: (address: string) => boolean
  readonly resolve: Resolve
}

/**
 * Calls go to allowed origins only. A name is looked up once, and the connection is made to the address that was found
 * and looked at, so that a name which says something else a moment later leads nowhere else. Where an answer leads
 * elsewhere, that is looked at in the same way.
 */
export function createOutgoing(settings: OutgoingSettings, resolve: Resolve = resolveName): Outgoing {
  const around: Around = { settings, mayReach: createAddressGuard(settings.ranges), resolve }
  return {
    call: async (request, signal) => {
      const timeout = AbortSignal.timeout(request.timeoutMs)
      const ends = signal ? AbortSignal.any([signal, timeout]) : timeout
      try {
        return await follow(around, request, ends)
      } catch (error) {
        if (!timeout.aborted || signal?.aborted) throw error
        throw new OutgoingFault('timeout', hostOf(request.url), error)
      }
    },
  }
}

async function follow(around: Around, first: OutgoingRequest, signal: AbortSignal): Promise<OutgoingAnswer> {
  let request = first
  for (let hop = 0; ; hop++) {
    const url = new URL(request.url)
    const addresses = await addressesOf(around, url, signal)
    const answer = await sendRequest({ ...request, url, addresses }, signal)
    const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined
    if (location === undefined) return answer
    if (hop === REDIRECTS_MAX || !URL.canParse(location, url.href))
      throw new OutgoingFault('redirect', url.host)
    if (request.method !== 'GET' && !SAME_AGAIN.has(answer.status))
      throw new OutgoingFault('redirect', url.host)
    request = redirected(request, url, new URL(location, url))
  }
}

function redirected(request: OutgoingRequest, from: URL, to: URL): OutgoingRequest {
  const headers =
    from.origin === to.origin
      ? request.headers
      : Object.fromEntries(
          Object.entries(request.headers).filter(([name]) => !OWN_TO_ORIGIN.has(name.toLowerCase())),
        )
  return { ...request, url: to.href, headers }
}

async function addressesOf(around: Around, url: URL, signal: AbortSignal): Promise<readonly Address[]> {
  if (!isAllowedOrigin(around.settings.origins, url)) throw new OutgoingFault('not-allowed', url.host)
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(hostname)
  const found = family === 0 ? await resolved(around, url, signal) : [{ address: hostname, family }]
  const reachable = found.filter(({ address }) => around.mayReach(address))
  if (reachable.length === 0) throw new OutgoingFault('private-address', url.host)
  return reachable
}

async function resolved(
  { resolve }: Around,
  { hostname, host }: URL,
  signal: AbortSignal,
): Promise<readonly Address[]> {
  const ended = Promise.withResolvers<never>()
  const end = () => ended.reject(signal.reason)
  signal.addEventListener('abort', end, { once: true })
  try {
    signal.throwIfAborted()
    // A lookup cannot be called off; its answer is then heard by nobody.
    return await Promise.race([resolve(hostname), ended.promise])
  } catch (error) {
    if (signal.aborted) throw error
    throw new OutgoingFault('unknown-host', host, error)
  } finally {
    signal.removeEventListener('abort', end)
  }
}

async function resolveName(hostname: string): Promise<readonly Address[]> {
  return await lookup(hostname, { all: true })
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
