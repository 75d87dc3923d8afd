import { createContext, useContext, useMemo } from 'react'
import { dayOf } from '../platform/time-zone.ts'
import { useNow } from './use-now.ts'

const TimeZone = createContext(new Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Says whose days are meant on everything below: an organisation has one today, wherever its people sit. */
export const TimeZoneProvider = TimeZone.Provider

/** The time zone of the days on this page; the browser's own outside an organisation. */
export function useTimeZone(): string {
  return useContext(TimeZone)
}

/** Today's calendar day where the organisation is. */
export function useToday(): string {
  const now = useNow()
  const timeZone = useTimeZone()
  return useMemo(() => dayOf(now, timeZone), [now, timeZone])
}
