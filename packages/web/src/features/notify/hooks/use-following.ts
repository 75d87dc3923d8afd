import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useChanges, useCommands, useStore } from '../../../platform/store/index.ts'
import { formatInstant } from '../../../ui/index.ts'
import { texts } from '../texts.ts'

/** Whether the person follows an item and why, their reminders of it, and nudging whom it waits for. */
export function useFollowing(item: { readonly id: string; readonly key: string }) {
  const { organisationId } = useStore()
  const { run } = useCommands()
  const queries = useQueryClient()
  const { id: itemId, key } = item
  const queryKey = ['notify.getFollowing', organisationId, itemId]
  const asked = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('notify.getFollowing', { itemId }, { organisationId, signal }),
  })
  const { data, refetch } = asked
  // A part in the item, or in its discussion, makes people follow it.
  useChanges(['item', 'comment', 'notification'], (changes) => {
    if (changes === 'all' || changes.some((change) => change.kind !== 'item' || change.id === itemId))
      void refetch()
  })

  async function send<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
    const outcome = await work
    await refetch()
    return outcome
  }

  return {
    data,
    setFollowing: (isFollowing: boolean) => {
      if (data) queries.setQueryData(queryKey, { ...data, isFollowing, choice: isFollowing })
      const [name, did] = isFollowing
        ? (['notify.follow', texts.did.follow] as const)
        : (['notify.unfollow', texts.did.unfollow] as const)
      return send(run(name, { itemId }, { undoLabel: did(key) }))
    },
    remind: (remindAt: number) => {
      const undoLabel = texts.did.remind(formatInstant(remindAt))
      return send(run('notify.setReminder', { id: newId(), itemId, remindAt }, { undoLabel }))
    },
    forget: (id: string) => send(run('notify.removeReminder', { id })),
    nudge: () => send(run('notify.nudge', { itemId })),
  }
}
