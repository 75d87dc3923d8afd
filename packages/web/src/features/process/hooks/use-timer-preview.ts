import { isWrittenTime } from '@millrace/core/calendar'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import type { TimerProperties } from '../../../ui/bpmn/index.ts'

/** When a timer would go off if it were begun now; nothing where an expression says it. */
export function useTimerPreview(containerId: string, { kind, text, counts, calendar }: TimerProperties) {
  const { organisationId } = useStore()
  const input = { containerId, kind, text, counts, ...(calendar === '' ? {} : { calendar }) }
  return useQuery({
    queryKey: ['process.previewTimer', organisationId, input],
    queryFn: isWrittenTime(text)
      ? async ({ signal }) => await call('process.previewTimer', input, { organisationId, signal })
      : skipToken,
    placeholderData: keepPreviousData,
  }).data
}
