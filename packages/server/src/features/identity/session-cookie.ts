import { createHmac, timingSafeEqual } from 'node:crypto'

/** Reads session tokens out of `Cookie` headers. */
export type SessionCookieReader = (header: string | undefined) => string | null

/** Enough for everybody who is signed in at once on a small server; half a megabyte. */
const GENUINE_MAX = 2_000

/**
 * Reads the token of a session cookie as better-auth signs it, `token.signature`. Without the
 * signature the tokens in a stolen copy of the database would be worth as much as passwords.
 *
 * A browser sends the same cookie with every request, and checking a signature takes 0.1 ms, so that those
 * that were found genuine are kept. That never goes out of date: whether the session still holds is asked
 * with every request all the same.
 *
 * @returns the token, or null when there is no cookie of that name or its signature is wrong
 */
export function createSessionCookieReader(settings: {
  readonly name: string
  readonly secret: string
}): SessionCookieReader {
  const start = `${settings.name}=`
  const genuine = new Map<string, string>()
  return (header) => {
    const pair = header?.split(';').find((one) => one.trimStart().startsWith(start))
    if (pair === undefined) return null
    const known = genuine.get(pair)
    if (known !== undefined) return known
    const token = verify(decode(pair.trim().slice(start.length)), settings.secret)
    if (token === null) return null
    if (genuine.size >= GENUINE_MAX) genuine.delete(genuine.keys().next().value ?? '')
    genuine.set(pair, token)
    return token
  }
}

function verify(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
