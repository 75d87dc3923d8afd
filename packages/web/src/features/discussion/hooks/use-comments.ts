import type { CommentView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useChanges, useCommands, useDirectory, useStore } from '../../../platform/store/index.ts'

const PAGE = 100

/** What is to be said, to whom it answers, and who is called. */
export type NewComment = {
  readonly body: string
  readonly mentions: readonly string[]
  readonly replyToId: string | null
}

/** The comments of an item, oldest first, with those that are still on their way. */
export function useComments(itemId: string) {
  const { organisationId } = useStore()
  const { me } = useDirectory()
  const { run } = useCommands()
  const [sending, setSending] = useState<readonly CommentView[]>([])
  const asked = useInfiniteQuery({
    queryKey: ['discussion.listComments', organisationId, itemId],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { itemId, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('discussion.listComments', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { refetch } = asked
  useChanges(['comment'], (changes) => {
    const isOurs = (view: unknown) =>
      typeof view === 'object' && view !== null && 'itemId' in view && view.itemId === itemId
    if (changes === 'all' || changes.some(({ view }) => view === null || isOurs(view))) void refetch()
  })
  const known = asked.data?.pages.flatMap((page) => page.comments)
  const knownIds = new Set(known?.map((comment) => comment.id))
  return {
    comments: known && [...known, ...sending.filter((comment) => !knownIds.has(comment.id))],
    isSending: (id: string) => !knownIds.has(id),
    error: asked.error,
    retry: () => void refetch(),
    later: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
    add: async ({ body, mentions, replyToId }: NewComment) => {
      const id = newId()
      const shown: CommentView = {
        id,
        itemId,
        authorId: me.personId,
        body,
        mentions,
        replyToId,
        createdAt: Date.now(),
        editedAt: null,
        removedAt: null,
        version: 0,
      }
      setSending((before) => [...before, shown])
      const outcome = await run('discussion.addComment', { id, itemId, body, mentions, replyToId })
      if (outcome.ok) await refetch()
      setSending((before) => before.filter((comment) => comment.id !== id))
      return outcome.ok
    },
    edit: async (id: string, body: string, mentions: readonly string[]) => {
      const outcome = await run('discussion.editComment', { id, body, mentions })
      if (outcome.ok) await refetch()
      return outcome.ok
    },
    remove: async (id: string) => {
      const outcome = await run('discussion.removeComment', { id })
      if (outcome.ok) await refetch()
    },
  }
}

export type Comments = ReturnType<typeof useComments>
