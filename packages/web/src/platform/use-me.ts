import { useQuery } from '@tanstack/react-query'
import { call, type Output } from './api.ts'
import { forgetKept, isKeeping, keepMe, keptMe } from './offline/device.ts'
import { isForLater } from './refused.ts'

/** Under which the answer is kept; forget it after signing in, signing out or founding an organisation. */
export const ME_KEY = ['me'] as const

type Me = Output<'identity.getMe'>

/** Who is signed in, and their organisations; `user` is null when nobody is. Without a connection: who it was last. */
export function useMe() {
  return useQuery({ queryKey: ME_KEY, queryFn: askWho, staleTime: 60_000 })
}

async function askWho(): Promise<Me> {
  const before = keptMe() as Me | null // Written below.
  try {
    const me = await call('identity.getMe', {})
    // What one person opened on this device is not for the next.
    if (before && before.user?.id !== me.user?.id) await forgetKept()
    if (me.user && isKeeping()) keepMe(me)
    return me
  } catch (error) {
    if (before && isForLater(error)) return before
    throw error
  }
}
