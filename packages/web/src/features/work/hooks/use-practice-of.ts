import type { WorkItem } from '@millrace/core/work'
import { useQuery } from '@tanstack/react-query'
import { call, type Output } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** What is known of the practice that an item names; undefined while it names none, or nothing is known yet. */
export function usePracticeOf(item: WorkItem): Output<'practice.getForItem'> | undefined {
  const { organisationId } = useStore()
  const { id, practice, responsibleId, finishedAt } = item
  const isOn = practice !== null && practice.trim() !== ''
  const asked = useQuery({
    queryKey: ['practice.getForItem', organisationId, id, practice, responsibleId, finishedAt],
    enabled: isOn,
    queryFn: async ({ signal }) =>
      await call('practice.getForItem', { itemId: id }, { organisationId, signal }),
  })
  useChanges(['practice', 'item'], (changes) => {
    const isOurs =
      changes === 'all' || changes.some((change) => change.kind === 'practice' || change.id === id)
    if (isOn && isOurs) void asked.refetch()
  })
  return isOn ? asked.data : undefined
}
