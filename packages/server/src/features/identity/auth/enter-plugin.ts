import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Who comes in by a provider that has vouched for them. */
const body = z.object({ userId: z.string(), providerId: z.string() })

/**
 * Opens a session for somebody whom a provider has vouched for: with the library's own sessions and
 * cookies. No address leads here; the route of providers calls it when everything was checked.
 */
export function enterByProvider() {
  return {
    id: 'millrace-enter',
    endpoints: {
      enterByProvider: createAuthEndpoint(
        '/provider/enter',
        { method: 'POST', body, metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const { userId, providerId } = ctx.body
          const user = await ctx.context.internalAdapter.findUserById(userId)
          if (!user) throw new Error('who comes in has no account')
          const session = await ctx.context.internalAdapter.createSession(userId, false, {
            door: 'provider',
            providerId,
          })
          await setSessionCookie(ctx, { session, user })
          return ctx.json({})
        },
      ),
    },
  } as const
}
