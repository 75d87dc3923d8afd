import { QueryClient } from '@tanstack/react-query'
import { isForLater } from '../platform/refused.ts'

const RETRIES = 2

/** The cache for everything that is asked for once and shown: history, searches, settings. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a connection the answer of the last time is shown; whether there is one is found out by asking.
      networkMode: 'always',
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isForLater(error) && failures < RETRIES,
    },
  },
})
