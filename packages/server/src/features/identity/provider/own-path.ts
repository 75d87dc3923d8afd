import type { FastifyRequest } from 'fastify'
import { PROVIDER_BASE } from './attempt-cookie.ts'

/** Signs that a browser takes for a slash, or takes out of an address. */
const FOREIGN = /[\\\p{Cc}]/u

/**
 * A page of ours to go on to; what is none becomes the first page. So a link cannot lead people
 * elsewhere by way of signing in.
 */
export function ownPath(next: string | null): string {
  if (next === null || next.length > 2000 || FOREIGN.test(next) || !/^\/(?!\/)/.test(next)) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(next, here)) return '/'
  const { origin, pathname, search } = new URL(next, here)
  return origin === here && !pathname.startsWith('//') && !pathname.startsWith('/api/')
    ? pathname + search
    : '/'
}

/** Where the provider sends people back to: under the address of the installation, or as it was asked. */
export function callbackOf(publicUrl: string | null, request: FastifyRequest, providerId: string): string {
  // Without the port where it is the usual one: providers compare letter by letter.
  return new URL(callbackPath(providerId), publicUrl ?? `${request.protocol}://${request.host}`).href
}

/** The same without the host. */
export function callbackPath(providerId: string): string {
  return `${PROVIDER_BASE}/${providerId}/callback`
}
