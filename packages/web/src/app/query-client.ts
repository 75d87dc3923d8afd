import { QueryClient } from '@tanstack/react-query'
import { isForLater } from '../platform/refused.ts'

const RETRIES = 2

/** The cache for everything that is asked for once and shown: history, searches, settings. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isForLater(error) && failures < RETRIES,
    },
  },
})
