import { APIError } from 'better-auth/api'
import type { Db } from '../../../platform/db/transaction.ts'
import { useCode } from '../store/used-codes.ts'

/** How somebody came in. */
export type Door = 'password' | 'recovery' | 'passkey' | 'provider'

const DOORS: Readonly<Record<string, Door>> = {
  '/sign-in/email': 'password',
  '/sign-up/email': 'password',
  '/two-factor/verify-totp': 'password',
  '/two-factor/verify-backup-code': 'recovery',
  '/passkey/verify-authentication': 'passkey',
}

type NewSession = { readonly userId: string; readonly door?: unknown }
type Context = { readonly path?: string | undefined; readonly body?: unknown } | null

/**
 * What happens before a session opens: it is written down by which door, and the code of an
 * authenticator app is used up, so that whoever saw it over a shoulder cannot use it again.
 *
 * @see RFC 6238 §5.2
 */
export function beforeSession(db: Db) {
  return async (session: NewSession, context: Context) => {
    const path = context?.path ?? ''
    if (path === '/two-factor/verify-totp') await useUp(db, session.userId, context?.body)
    return { data: { door: session.door ?? DOORS[path] ?? null } }
  }
}

async function useUp(db: Db, userId: string, body: unknown): Promise<void> {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  if (await useCode(db, { userId, code })) return
  throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'the code was used before' })
}
