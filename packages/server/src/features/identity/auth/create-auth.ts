import { betterAuth } from 'better-auth'
import type { Db } from '../../../platform/db/transaction.ts'
import { newId } from '../../../platform/ids.ts'
import { originsOf } from '../own-origin.ts'
import { type AttemptCounter, createAttemptCounter } from './attempt-counter.ts'
import { AUTH_BASE, AUTH_PATHS, PASSWORD_LENGTH } from './auth-paths.ts'
import { enterByProvider } from './enter-plugin.ts'
import { passkeys, secondFactor } from './plugins.ts'
import { beforeSession } from './session-door.ts'

/** What signing in needs. */
export type AuthDeps = {
  readonly db: Db
  /** A pool of `createLibraryPool`: better-auth expects the driver's own value types. */
  readonly authPool: Db['pool']
  readonly secret: string
  /** The address people use, if it was set; else requests count as same-origin by their `Host`. */
  readonly publicUrl: string | null
  readonly signUp: 'open' | 'closed'
  readonly onFault: (error: unknown) => void
}

/** The sign-in flows as one function, and how its cookie is called. */
export type Auth = {
  readonly handle: (request: Request) => Promise<Response>
  /** Opens a session for somebody whom a provider has vouched for; answers its cookies. */
  readonly enter: (
    who: { readonly userId: string; readonly providerId: string },
    headers: Headers,
  ) => Promise<readonly string[]>
  readonly attempts: AttemptCounter
  readonly publicUrl: string | null
}

/** The client's address and the `Host` it asked, as the server saw them: outside headers cannot set these. */
export const TRUSTED_HEADERS = { address: 'x-millrace-address', host: 'x-millrace-host' } as const

/** What the library takes for its own failure when a device answers wrongly. */
const WRONG_ANSWERS = new Set(['Failed to verify registration', 'Failed to verify authentication'])

const COOKIE_PREFIX = 'millrace'
const MONTH_S = 30 * 86_400
const DAY_S = 86_400

/** The name of the session cookie; browsers accept the prefixed one only over TLS. */
export function sessionCookieName(publicUrl: string | null): string {
  return `${isSecure(publicUrl) ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
}

/** The name of the cookie of somebody whose code is asked for. */
export function challengeCookieName(publicUrl: string | null): string {
  return `${isSecure(publicUrl) ? '__Secure-' : ''}${COOKIE_PREFIX}.two_factor`
}

/** Sign-in by e-mail and password, on the tables of migration 0001. */
export function createAuth(deps: AuthDeps): Auth {
  const attempts = createAttemptCounter()
  const { handler, api } = betterAuth({
    appName: 'Millrace',
    // Its routes need some base; links in mails, which would show it, are not sent yet.
    baseURL: deps.publicUrl === null ? 'http://localhost' : new URL(deps.publicUrl).origin,
    basePath: AUTH_BASE,
    secrets: [{ version: 1, value: deps.secret }],
    database: deps.authPool,
    trustedOrigins: (request) => [...originsOf(request?.headers.get(TRUSTED_HEADERS.host) ?? '*')],
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: deps.signUp === 'closed',
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    plugins: [secondFactor(), passkeys(hostOf(deps.publicUrl)), enterByProvider()],
    databaseHooks: { session: { create: { before: beforeSession(deps.db) } } },
    ...tables,
    session: { ...tables.session, expiresIn: MONTH_S, updateAge: DAY_S },
    rateLimit: limitBy(attempts),
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(deps.publicUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      // Said in so many words: the library turns both checks off when it believes to be under test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [TRUSTED_HEADERS.address] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    onAPIError: {
      onError: (error) => {
        // Refusals carry a status and are answered as such; a fault is for the route, as everywhere else.
        if (error instanceof Error && !('statusCode' in error)) throw error
      },
    },
    logger: {
      level: 'error',
      // Without an error it only speaks of requests it refused, which strangers can make as many as they like.
      log: (_level, message, ...more: readonly unknown[]) => {
        if (WRONG_ANSWERS.has(message)) return
        for (const one of more) if (one instanceof Error) deps.onFault(one)
      },
    },
  })
  return {
    handle: handler,
    enter: async (who, headers) => {
      const response = await api.enterByProvider({ body: who, headers, asResponse: true })
      if (!response.ok) throw new Error(`a session could not be opened: ${response.status}`)
      return response.headers.getSetCookie()
    },
    attempts,
    publicUrl: deps.publicUrl,
  }
}

function limitBy(attempts: AttemptCounter) {
  return {
    enabled: true,
    customRules: { ...AUTH_PATHS },
    customStorage: {
      consume: async (key: string, rule: { readonly window: number; readonly max: number }) => {
        const retryAfter = attempts.add(key, rule)
        return { allowed: retryAfter === null, retryAfter }
      },
    },
  }
}

/** The columns of migration 0001 under the names better-auth knows them by. */
const tables = {
  user: {
    modelName: 'auth_user',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    modelName: 'auth_session',
    fields: {
      userId: 'user_id',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      door: { type: 'string', required: false, input: false },
      providerId: { type: 'string', required: false, input: false, fieldName: 'provider_id' },
    },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'auth_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const

function hostOf(publicUrl: string | null): string {
  return publicUrl === null ? 'localhost' : new URL(publicUrl).hostname
}

/** Whether cookies are for TLS alone. */
export function isSecure(publicUrl: string | null): boolean {
  return publicUrl?.startsWith('https:') ?? false
}
