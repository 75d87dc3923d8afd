import type { ActivityView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, type Output } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAGE = 40

/** Whose history: an item's by its id, or a container's. */
export type ActivitySubject = { readonly item: string } | { readonly containerId: string }

export type Activity = {
  readonly events: readonly ActivityView[] | undefined
  readonly error: unknown
  readonly older: (() => void) | null
  readonly retry: () => void
}

/** What happened, newest first, kept up to date; older parts when asked for. */
export function useActivity(subject: ActivitySubject): Activity {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['activity', organisationId, subject],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }): Promise<Output<'work.listItemActivity'>> => {
      const page = { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      const options = { organisationId, signal }
      return 'item' in subject
        ? await call('work.listItemActivity', { ...page, item: subject.item }, options)
        : await call('work.listContainerActivity', { ...page, containerId: subject.containerId }, options)
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { refetch } = asked
  useChanges(['item', 'relation', 'comment', 'file', 'container'], (changes) => {
    const id = 'item' in subject ? subject.item : null
    if (changes === 'all' || id === null || changes.some((change) => isAbout(change, id))) void refetch()
  })
  return {
    events: asked.data?.pages.flatMap((page) => page.events),
    error: asked.error,
    older: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
    retry: () => void asked.refetch(),
  }
}

function isAbout(change: { readonly id: string; readonly view: unknown }, id: string): boolean {
  if (change.id === id) return true
  const { view } = change
  return typeof view === 'object' && view !== null && Object.values(view).includes(id)
}
