import type { TimeEntryView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useChanges, useCommands, useStore } from '../../../platform/store/index.ts'
import { TIME_KEY } from './use-timer.ts'

const PAGE = 50

/** What is written down of one's time. */
export type WrittenTime = { readonly day: string; readonly minutes: number; readonly note: string }

/** The time spent on an item, newest first, and its sums. */
export function useItemTime(itemId: string) {
  const { organisationId } = useStore()
  const { run } = useCommands()
  const asked = useInfiniteQuery({
    queryKey: [TIME_KEY, 'item', organisationId, itemId],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { itemId, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('cost.listItemTime', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { refetch } = asked
  useChanges(['timeEntry'], () => void refetch())
  const first = asked.data?.pages[0]
  return {
    entries: asked.data?.pages.flatMap((page) => page.entries),
    ownMin: first?.ownMin ?? 0,
    belowMin: first?.belowMin ?? 0,
    error: asked.error,
    retry: () => void refetch(),
    older: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
    add: async ({ day, minutes, note }: WrittenTime) => {
      const outcome = await run('cost.addTime', { id: newId(), itemId, day, minutes, note })
      await refetch()
      return outcome.ok
    },
    change: async ({ id }: TimeEntryView, patch: WrittenTime) => {
      const outcome = await run('cost.changeTime', { id, patch })
      await refetch()
      return outcome.ok
    },
    remove: async (entry: TimeEntryView) => {
      const outcome = await run('cost.removeTime', { id: entry.id })
      await refetch()
      return outcome.ok
    },
  }
}

export type ItemTimeModel = ReturnType<typeof useItemTime>
