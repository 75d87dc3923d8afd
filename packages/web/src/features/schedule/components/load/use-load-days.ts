import { useMemo } from 'react'
import { type Scale, scaleFor, useTimeZone, useToday, type Zoom } from '../../../../ui/index.ts'
import type { PlanPool } from '../../model/load/plan-pool.ts'
import type { LoadDays } from './use-load.ts'

/** An axis for all dates, and the days or weeks that are counted on it. */
export function useLoadDays(
  pool: PlanPool,
  zoom: Zoom,
): { readonly scale: Scale; readonly days: LoadDays | null } {
  const timeZone = useTimeZone()
  const today = useToday()
  return useMemo(() => {
    const moments = pool.dates.flatMap(({ startAt, finishAt }) => [startAt * 60_000, finishAt * 60_000])
    const now = Date.parse(`${today}T12:00:00Z`)
    const scale = scaleFor(moments, { zoom, now, timeZone })
    if (moments.length === 0) return { scale, days: null }
    const on = (day: number) => new Date(scale.originMs + day * 86_400_000).toISOString().slice(0, 10)
    const by = zoom === 'days' ? 'day' : 'week'
    return { scale, days: { fromOn: on(0), toOn: on(scale.days - 1), by } }
  }, [pool, zoom, today, timeZone])
}
