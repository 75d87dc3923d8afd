import { Clock } from 'lucide-react'
import { useGo } from '../../platform/navigation.ts'
import { useRecentPlaces } from '../shell/use-recent-places.ts'
import type { Entry } from './entry.ts'

/** What was looked at last: offered before anything is typed. */
export function useRecentEntries(): readonly Entry[] {
  const go = useGo()
  return useRecentPlaces().map(
    ({ id, key, title, to }): Entry => ({
      id,
      group: 'recent',
      label: title,
      note: key,
      glyph: <Clock size={14} strokeWidth={1.75} aria-hidden />,
      run: () => go(to),
    }),
  )
}
