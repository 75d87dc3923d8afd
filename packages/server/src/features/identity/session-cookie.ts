import { createHmac, timingSafeEqual } from 'node:crypto'

/** Reads session tokens out of `Cookie` headers. */
export type SessionCookieReader = (header: string | undefined) => string | null

/**
 * Reads the token of a session cookie as better-auth signs it, `token.signature`. Without the
 * signature the tokens in a stolen copy of the database would be worth as much as passwords.
 *
 * @returns the token, or null when there is no cookie of that name or its signature is wrong
 */
export function createSessionCookieReader(settings: {
  readonly name: string
  readonly secret: string
}): SessionCookieReader {
  const start = `${settings.name}=`
  return (header) => {
    const pair = header?.split(';').find((one) => one.trimStart().startsWith(start))
    if (pair === undefined) return null
    const value = decode(pair.trim().slice(start.length))
    const dot = value.lastIndexOf('.')
    if (dot < 1) return null
    const token = value.slice(0, dot)
    const expected = createHmac('sha256', settings.secret).update(token).digest()
    const given = Buffer.from(value.slice(dot + 1), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
