import type { PlanRowView } from '@millrace/contract'
import { useCallback } from 'react'
import { dayOf } from '../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../ui/index.ts'
import { texts } from '../texts.ts'

type Span = Pick<PlanRowView, 'startAt' | 'finishAt'>

/** Says from which day to which something lasts. */
export function useSpanWords(): (span: Span) => string {
  const timeZone = useTimeZone()
  return useCallback(
    ({ startAt, finishAt }) => {
      if (startAt === null || finishAt === null) return texts.undated
      return texts.span(formatDay(dayOf(startAt, timeZone)), formatDay(dayOf(finishAt - 1, timeZone)))
    },
    [timeZone],
  )
}
