import { createHash, randomBytes } from 'node:crypto'

const PREFIX = 'mr_'
/** 256 bits: nobody guesses one, so that a fast hash is enough to keep. */
const SECRET_BYTES = 32
const HINT_LENGTH = 7
const BEARER = /^Bearer +(mr_[A-Za-z0-9_-]{43})$/i

/** A fresh token: the secret for its owner, the hash for the table, the hint for lists. */
export function makeApiToken(): { readonly secret: string; readonly hash: string; readonly hint: string } {
  const secret = PREFIX + randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, hash: hashOfToken(secret), hint: `${secret.slice(0, HINT_LENGTH)}…` }
}

/** What is kept of a token. */
export function hashOfToken(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The token of an `Authorization` header, or null when it carries none of ours. @see RFC 6750 §2.1 */
export function readBearer(authorization: string | undefined): string | null {
  return BEARER.exec(authorization ?? '')?.[1] ?? null
}
