import type { PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { type Scale, scaleFor, useNow, useTimeZone, type Zoom } from '../../../ui/index.ts'

/** The time axis of a plan: it holds everything that the plan, its baseline and its phases date. */
export function usePlanScale(plan: PlanView, zoom: Zoom): Scale {
  const now = useNow()
  const timeZone = useTimeZone()
  // The axis moves on with the day, not with every tick of the clock, and not with what is tried out.
  const today = Math.floor(now / 86_400_000)
  return useMemo(() => {
    const moments = [...plan.rows, ...(plan.baseline?.rows ?? [])].flatMap((row) =>
      [row.startAt, row.finishAt].filter((moment) => moment !== null),
    )
    const days = plan.phases.flatMap((phase) =>
      [phase.startsOn, phase.finishHighOn].flatMap((day) => (day === null ? [] : [Date.parse(day)])),
    )
    const moment = today * 86_400_000
    return scaleFor([...moments, ...days], { zoom, now: moment, timeZone })
  }, [plan, zoom, today, timeZone])
}
