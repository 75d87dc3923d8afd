import { useQuery } from '@tanstack/react-query'
import { call } from './api.ts'

/** Under which the answer is kept; forget it after signing in, signing out or founding an organisation. */
export const ME_KEY = ['me'] as const

/** Who is signed in, and their organisations; `user` is null when nobody is. */
export function useMe() {
  return useQuery({ queryKey: ME_KEY, queryFn: () => call('identity.getMe', {}), staleTime: 60_000 })
}
