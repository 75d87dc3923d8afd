import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '../../ui/index.ts'
import { texts } from '../texts.ts'

/** What is shown in place of a page that failed. What was changed before is with the server or in the queue. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const isStale = /dynamically imported module|Importing a module script failed/i.test(String(error))
  if (isStale) {
    return <ErrorState title={texts.pages.updated} error={error} onRetry={() => window.location.reload()} />
  }
  return <ErrorState title={texts.pages.failed} error={error} onRetry={reset} />
}
