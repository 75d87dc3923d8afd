import type { TimeEntryView } from '@millrace/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useChanges, useCommands, useStore } from '../../../platform/store/index.ts'

/** Under this begin all answers about time; what changes one changes the others. */
export const TIME_KEY = 'cost'

/** The person's timer, if it runs, and how to start and stop it. Live also from another window. */
export function useTimer() {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const { run } = useCommands()
  const asked = useQuery({
    queryKey: [TIME_KEY, 'timer', organisationId],
    queryFn: ({ signal }) => call('cost.getTimer', {}, { organisationId, signal }),
  })
  useChanges(['timeEntry'], () => void asked.refetch())
  const renew = () => queries.invalidateQueries({ queryKey: [TIME_KEY] })
  return {
    timer: asked.data?.timer ?? null,
    start: async (itemId: string) => {
      await run('cost.startTimer', { id: newId(), itemId, note: '' })
      await renew()
    },
    stop: async (timer: TimeEntryView) => {
      await run('cost.stopTimer', { id: timer.id })
      await renew()
    },
  }
}
