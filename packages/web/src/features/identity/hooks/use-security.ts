import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'

/** Under which the answer is kept; forget it after a change. */
export const SECURITY_KEY = ['security'] as const

/** How one proves who one is, besides the password. */
export function useSecurity() {
  return useQuery({ queryKey: SECURITY_KEY, queryFn: () => call('identity.getSecurity', {}) })
}
