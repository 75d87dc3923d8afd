import { defaultView } from '@millrace/core/work'
import { useMemo } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { readViewSettings, searchOfView, type ViewSettings } from '../model/view-settings.ts'

/** What a page shows when its address says nothing: the default view that was kept for it, or the page's own. */
export function useUsualView(containerId: string | null, own: Partial<ViewSettings>): Partial<ViewSettings> {
  const { views, me } = useDirectory()
  return useMemo(() => {
    const here = [...views.values()].filter((view) => view.containerId === containerId)
    const kept = defaultView(here, me.personId)
    return kept ? readViewSettings(searchOfView(kept.settings), own) : own
  }, [views, me, containerId, own])
}
