import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { useTimeZone } from '../../../ui/index.ts'
import { type PlanDays, planDays } from '../model/plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from '../model/read-calendars.ts'

/** The days of a plan, and which of them are worked. */
export function usePlanDays(plan: PlanView, rows: readonly PlanRowView[]): PlanDays {
  const timeZone = useTimeZone()
  const { calendars, baseline, settings } = plan
  const calendarId = settings.calendarId ?? USUAL_CALENDAR
  return useMemo(() => {
    const moments = [...rows, ...(baseline?.rows ?? [])].flatMap(({ startAt, finishAt }) =>
      [startAt, finishAt].filter((moment) => moment !== null),
    )
    return planDays(moments, { calendars: readCalendars(calendars, timeZone), calendarId, timeZone })
  }, [calendars, baseline, rows, calendarId, timeZone])
}
