import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '../../ui/index.ts'

/** What is shown in place of a page that failed. What was changed before is with the server or in the queue. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const isStale = /dynamically imported module|Importing a module script failed/i.test(String(error))
  if (isStale) {
    return (
      <ErrorState title="Millrace has been updated" error={error} onRetry={() => window.location.reload()} />
    )
  }
  return <ErrorState title="This page cannot be shown" error={error} onRetry={reset} />
}
