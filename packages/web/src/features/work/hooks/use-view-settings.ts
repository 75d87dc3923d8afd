import { useCallback, useMemo } from 'react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { readViewSettings, type ViewSettings, writeViewSettings } from '../model/view-settings.ts'

type SetView = (change: Partial<ViewSettings>, how: 'push' | 'replace') => void

/** How items are shown, kept in the address so that a link shows the same. Keep the identity of `usual`. */
export function useViewSettings(usual: Partial<ViewSettings>): readonly [ViewSettings, SetView] {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const { view, q, group, lanes, sort, cols, span, on, zoom } = search
  const settings = useMemo(
    () => readViewSettings({ view, q, group, lanes, sort, cols, span, on, zoom }, usual),
    [view, q, group, lanes, sort, cols, span, on, zoom, usual],
  )
  const change = useCallback<SetView>(
    (next, how) => setSearch(writeViewSettings({ ...settings, ...next }, usual), how),
    [settings, usual, setSearch],
  )
  return [settings, change]
}
