import type { FastifyRequest } from 'fastify'
import { refuse } from '../../platform/commands/index.ts'

/** Methods that change nothing, which other sites may use: browsers keep the answers from them. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The origins of pages served under the host that was asked. The scheme is left open, because a
 * proxy in between hides it; a `Host` that is none gives nothing.
 */
export function originsOf(host: string): readonly string[] {
  const [http, https] = [`http://${host}`, `https://${host}`]
  if (host.includes('*') || !URL.canParse(http)) return []
  return [new URL(http).origin, new URL(https).origin]
}

/**
 * Refuses a change that a page of another site asks for with the cookie of this one. Programs send
 * no `Origin`, and the cookie is withheld from most other sites anyway (`SameSite=Lax`).
 *
 * @throws Refused with `platform.other_origin`
 * @see OWASP Cross-Site Request Forgery Prevention, "Verifying Origin With Standard Headers"
 */
export function checkOrigin({ method, headers, host }: FastifyRequest, publicUrl: string | null): void {
  const { origin } = headers
  if (SAFE.has(method) || origin === undefined) return
  // As nearly all say it, which spares taking addresses apart with every change.
  if (origin === `https://${host}` || origin === `http://${host}`) return
  const own = [...originsOf(host), ...(publicUrl === null ? [] : [new URL(publicUrl).origin])]
  if (!own.includes(origin)) refuse('platform.other_origin')
}
