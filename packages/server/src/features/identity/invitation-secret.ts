import { createHash, randomBytes } from 'node:crypto'

/** 256 bits: nobody guesses one, so that a fast hash is enough to keep. */
const SECRET_BYTES = 32

/** The secret of a link, and what is kept of it. */
export function makeInvitationSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, hash: hashOfInvitation(secret) }
}

/** What is kept of a secret. */
export function hashOfInvitation(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
