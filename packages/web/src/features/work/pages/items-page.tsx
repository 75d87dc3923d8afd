import { useMemo } from 'react'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { EmptyState, ErrorState, formatCount, PageHeader, Skeleton } from '../../../ui/index.ts'
import { SavedViews } from '../components/view/saved-views.tsx'
import { WorkView } from '../components/view/work-view.tsx'
import { useAllItems } from '../hooks/use-all-items.ts'
import { useUsualView } from '../hooks/use-usual-view.ts'
import { useViewSettings } from '../hooks/use-view-settings.ts'
import { useWholeCounts, WholeCountsContext } from '../hooks/use-whole-counts.ts'
import type { ViewSettings } from '../model/view-settings.ts'
import { textsPages } from '../texts-pages.ts'
import styles from './pages.module.css'

const USUAL: Partial<ViewSettings> = { group: 'container', query: 'open' }

/** Everything in the organisation, by one query. */
export function ItemsPage() {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const [settings, setSettings] = useViewSettings(useUsualView(null, USUAL))
  const all = useAllItems(settings.query)
  const whole = useWholeCounts(settings, all.isPartial)
  const note = useMemo(() => (all.total === null ? undefined : formatCount(all.total)), [all.total])
  return (
    <div className={styles.page}>
      <PageHeader title={textsPages.allItems} note={note} />
      {all.error !== null && all.items.length === 0 ? (
        <ErrorState title={textsPages.itemsFailed} error={all.error} onRetry={all.retry} />
      ) : all.isLoading && all.items.length === 0 ? (
        <Skeleton rows={12} />
      ) : (
        <WholeCountsContext value={whole}>
          <WorkView
            name="all"
            label={textsPages.allItems}
            items={all.items}
            settings={settings}
            container={null}
            homeId={null}
            peekedKey={peek.key}
            onPeek={peek.open}
            onOpen={(key) => go(paths.item(slug, key))}
            onSettings={setSettings}
            tools={
              <>
                <SavedViews containerId={null} settings={settings} />
                {all.loadMore && (
                  <button type="button" className={styles.more} onClick={all.loadMore}>
                    {textsPages.loadMore}
                  </button>
                )}
              </>
            }
            empty={
              <EmptyState
                title={textsPages.noItems}
                sentence={textsPages.noItemsHint}
                action={{ label: textsPages.toProjects, onClick: () => go(paths.projects(slug)) }}
              />
            }
          />
        </WholeCountsContext>
      )}
    </div>
  )
}
