import type { CustomFetch } from 'openid-client'
import { isSafeAddress } from './safe-address.ts'

/** Keys and descriptions of providers are some kilobytes. */
const ANSWER_MAX_BYTES = 1024 * 1024

/** An address that the provider names and that no secret may go to. */
export class UnsafeAddress extends Error {
  override readonly name = 'UnsafeAddress'
}

/** Asks a provider: over TLS or on this machine, without following it elsewhere, and not for more than it can need. */
export const guardedFetch: CustomFetch = async (url, options) => {
  if (!isSafeAddress(url)) throw new UnsafeAddress(`${new URL(url).origin} is not asked without TLS`)
  const { body, signal, ...rest } = options
  const response = await fetch(url, {
    ...rest,
    redirect: 'manual',
    ...(signal ? { signal } : {}),
    // The library sends forms and nothing else.
    ...(body === undefined || body === null ? {} : { body: body as URLSearchParams }),
  })
  const content = await readAtMost(response)
  return new Response(content, { status: response.status, headers: response.headers })
}

async function readAtMost(response: Response): Promise<ArrayBuffer | null> {
  if (response.body === null) return null
  const parts: Uint8Array[] = []
  let size = 0
  // The stream of an answer gives bytes.
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > ANSWER_MAX_BYTES) throw new Error('the provider answers without end')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts)).buffer
}
