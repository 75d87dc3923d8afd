import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** How many lines of the inbox are unread; 0 while that is not known. */
export function useUnread(): number {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['notify.countNotifications', organisationId],
    queryFn: ({ signal }) => call('notify.countNotifications', {}, { organisationId, signal }),
  })
  useChanges(['notification'], () => void asked.refetch())
  return asked.data?.unread ?? 0
}
