import type { NotificationView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import { callOf, useChanges, useCommands, useStore } from '../../../platform/store/index.ts'
import { formatInstant } from '../../../ui/index.ts'
import { itemOf, lineName } from '../model/line-name.ts'
import { texts } from '../texts.ts'

const PAGE = 50

/** Which lines of the inbox are shown. */
export type Show = 'unread' | 'all' | 'mentions' | 'snoozed'

/** What somebody has just done to a line, shown before the server has answered. */
type Change = Partial<Pick<NotificationView, 'readAt' | 'snoozedUntil'>>

/** The lines of the inbox, newest first, as they will be when everything on its way has arrived. */
export function useInbox(show: Show) {
  const { organisationId } = useStore()
  const { run, runBatch } = useCommands()
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map())
  const asked = useInfiniteQuery({
    queryKey: ['notify.listNotifications', organisationId, show],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { show, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('notify.listNotifications', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { refetch } = asked
  useChanges(['notification', 'comment'], () => void refetch())

  /** Shows the change at once, and what the server made of it afterwards. */
  async function change(ids: readonly string[], how: Change, send: () => Promise<{ readonly ok: boolean }>) {
    setChanges((before) => new Map([...before, ...ids.map((id) => [id, how] as const)]))
    const { ok } = await send()
    if (ok) await refetch()
    setChanges((before) => new Map([...before].filter(([id]) => !ids.includes(id))))
  }

  const lines = asked.data?.pages
    .flatMap((page) => page.notifications)
    .map((line) => ({ ...line, ...changes.get(line.id) }))
    .filter((line) => !changes.has(line.id) || isShown(line, show))
  return {
    lines,
    error: asked.error,
    retry: () => void refetch(),
    older: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
    markRead: ({ id, ...line }: NotificationView) =>
      change([id], { readAt: Date.now(), snoozedUntil: null }, () =>
        run('notify.markRead', { id }, { undoLabel: texts.did.read(lineName(line)) }),
      ),
    markUnread: ({ id, ...line }: NotificationView) =>
      change([id], { readAt: null, snoozedUntil: null }, () =>
        run('notify.markUnread', { id }, { undoLabel: texts.did.unread(lineName(line)) }),
      ),
    snooze: ({ id, ...line }: NotificationView, until: number) =>
      change([id], { readAt: null, snoozedUntil: until }, () =>
        run(
          'notify.snooze',
          { id, until },
          { undoLabel: texts.did.snooze(lineName(line), formatInstant(until)) },
        ),
      ),
    markAllRead: (all: readonly NotificationView[]) =>
      change(
        all.map(({ id }) => id),
        { readAt: Date.now() },
        () => {
          const until = Math.max(...all.map(({ lastAt }) => lastAt))
          return runBatch([callOf('notify.markAllRead', { until })])
        },
      ),
    ...useChoices(() => void refetch()),
  }
}

/** Hearing more of what a line is about, or no more. Nobody follows an instance. */
function useChoices(onDone: () => void) {
  const { run } = useCommands()
  const choose = (what: 'follow' | 'unfollow') => async (line: NotificationView) => {
    const item = itemOf(line)
    if (!item) return
    await run(`notify.${what}`, { itemId: item.itemId }, { undoLabel: texts.did[what](item.key) })
    onDone()
  }
  return { follow: choose('follow'), unfollow: choose('unfollow') }
}

export type Inbox = ReturnType<typeof useInbox>

function isShown(line: NotificationView, show: Show): boolean {
  const isAsleep = line.snoozedUntil !== null && line.snoozedUntil > Date.now()
  if (show === 'unread') return line.readAt === null && !isAsleep
  if (show === 'snoozed') return line.readAt === null && isAsleep
  return show === 'all' || !isAsleep
}
