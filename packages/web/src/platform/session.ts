import { send } from './api.ts'
import { forgetKept, forgetUnsent, keptMe } from './offline/device.ts'
import { recents } from './recents.ts'

/**
 * Signs in with a cookie.
 *
 * @returns whether a code of the second factor is still to come
 * @throws Refused when address or password are wrong
 */
export async function signIn(input: { readonly email: string; readonly password: string }): Promise<boolean> {
  const answer = await send('/api/auth/sign-in/email', { method: 'POST', body: input })
  return typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
}

/**
 * Makes an account and signs in.
 *
 * @throws Refused when the address is taken or the password too short
 */
export async function signUp(input: {
  readonly name: string
  readonly email: string
  readonly password: string
}): Promise<void> {
  await send('/api/auth/sign-up/email', { method: 'POST', body: input })
}

/** Ends the session of this browser, and leaves nothing behind for whoever uses it next. */
export async function signOut(): Promise<void> {
  const me = keptMe() as { readonly user?: { readonly id: string } | null } | null // As `useMe` wrote it.
  await send('/api/auth/sign-out', { method: 'POST', body: {} })
  recents.clear()
  await forgetKept()
  if (me?.user) await forgetUnsent(me.user.id)
}
