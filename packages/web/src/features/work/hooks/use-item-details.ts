import type { WorkItem } from '@millrace/core/work'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, type Output } from '../../../platform/api.ts'
import {
  type Relation,
  type Store,
  useChanges,
  useEntities,
  useItemByKey,
  useItems,
  usePending,
  useStore,
} from '../../../platform/store/index.ts'

export type ItemDetails = Pick<
  Output<'work.getItem'>,
  'places' | 'rollUp' | 'visits' | 'blockedMs' | 'recurrence'
>

/** One item with what belongs to it, as far as it is known yet. */
export type LoadedItem = {
  readonly item: WorkItem | undefined
  readonly details: ItemDetails | undefined
  readonly children: readonly WorkItem[]
  readonly relations: readonly Relation[]
  readonly error: unknown
  readonly retry: () => void
}

/**
 * An item by its key. What the page knows already is shown at once; relations, sub-items, sums and
 * history are asked for, and asked for again when the item changes.
 */
export function useItemDetails(key: string): LoadedItem {
  const item = useItemByKey(key)
  const asked = useAskedItem(key, item)
  const answered = asked.data
  const id = item?.id ?? answered?.item.id ?? ''
  const isOurs = useCallback((relation: Relation) => relation.fromId === id || relation.toId === id, [id])
  const relations = useEntities('relation', isOurs)
  const children = useItems({ parentId: id })
  return {
    item,
    details: answered?.item.id === id ? answered : undefined,
    children,
    relations,
    error: item ? null : asked.error,
    retry: () => void asked.refetch(),
  }
}

/** Asks for an item whenever it has changed, and lets the store keep what is answered. */
function useAskedItem(key: string, item: WorkItem | undefined) {
  const store = useStore()
  const { organisationId } = store
  const { isPending } = usePending(item?.id ?? key)
  const change = item && [item.version, item.childCount, item.childDoneCount]
  const asked = useQuery({
    queryKey: ['work.getItem', organisationId, key, change],
    // A change of ours is shown before the server has it: asking then would answer the old state.
    enabled: !isPending,
    queryFn: async ({ signal }) => {
      const held = heldChecklists(store, item?.id)
      const answer = await call('work.getItem', { item: key }, { organisationId, signal })
      const { relations, checklists, checklistLines } = answer
      const items = [answer.item, ...answer.related]
      store.absorb({ items, relations, checklists, checklistLines }, held)
      return answer
    },
    placeholderData: keepPreviousData,
  })
  const { refetch } = asked
  // After a gap in the stream lines may have changed without their item.
  useChanges([], (changes) => {
    if (changes === 'all') void refetch()
  })
  return asked
}

/** The lists and lines of an item that are kept now; those that the answer lacks are gone. */
function heldChecklists({ pool }: Store, itemId: string | undefined) {
  const kinds = ['checklist', 'checklistLine'] as const
  return kinds.flatMap((kind) =>
    [...pool.table(kind).values()].filter((one) => one.itemId === itemId).map(({ id }) => ({ kind, id })),
  )
}
