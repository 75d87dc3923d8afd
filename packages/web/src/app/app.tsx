import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { UiProvider } from '../ui/index.ts'
import { CrashBoundary } from './crash-boundary.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

/** The whole program. */
export function App() {
  return (
    <CrashBoundary>
      <QueryClientProvider client={queryClient}>
        <UiProvider>
          <RouterProvider router={router} />
        </UiProvider>
      </QueryClientProvider>
    </CrashBoundary>
  )
}
