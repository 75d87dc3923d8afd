import { linesForPerson, MY_WORK_SECTIONS, type MyWork, sortMyWork, type WorkItem } from '@millrace/core/work'
import { Sun } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { useEntities, useItems, useScope } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, formatEffort, PageHeader, Skeleton } from '../../../ui/index.ts'
import { WhyHere } from '../components/my/why-here.tsx'
import { WorkView } from '../components/view/work-view.tsx'
import { useLookup } from '../hooks/use-lookup.ts'
import { useViewSettings } from '../hooks/use-view-settings.ts'
import type { WorkGroup } from '../model/grouping.ts'
import { noteOf } from '../model/my-work-words.ts'
import type { ViewSettings } from '../model/view-settings.ts'
import { textsMyWork } from '../texts-my-work.ts'
import styles from './pages.module.css'

const USUAL: Partial<ViewSettings> = { layout: 'list', group: 'none' }

const FOLDED = ['later']

/** What a person has to do, over all projects, processes and cases. */
export function MyWorkPage() {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const scope = useScope('my')
  const lookup = useLookup()
  const items = useItems({ all: true })
  const [settings, setSettings] = useViewSettings(USUAL)
  const { me, today } = lookup
  const { personId } = me
  const allLines = useEntities('checklistLine')
  const lines = useMemo(() => linesForPerson(allLines, personId), [allLines, personId])
  const work = useMemo(() => sortMyWork(items, { personId, today, lines }), [items, personId, today, lines])
  const arrange = useCallback(
    (found: readonly WorkItem[]) => arranged(sortMyWork(found, { personId, today, lines })),
    [personId, today, lines],
  )
  const entries = useMemo(
    () =>
      new Map(
        MY_WORK_SECTIONS.flatMap((section) => work[section].map((entry) => [entry.item.id, entry] as const)),
      ),
    [work],
  )
  const mine = useMemo(() => [...entries.values()].map((entry) => entry.item), [entries])
  return (
    <div className={styles.page}>
      <PageHeader title={textsMyWork.title} note={mine.length === 0 ? undefined : mine.length} />
      {scope.state === 'failed' ? (
        <ErrorState title={textsMyWork.failed} error={scope.error} onRetry={scope.retry} />
      ) : scope.state === 'loading' && mine.length === 0 ? (
        <Skeleton rows={10} />
      ) : (
        <WorkView
          name="my"
          label={textsMyWork.title}
          items={mine}
          settings={{ ...settings, group: 'none' }}
          container={null}
          arrange={arrange}
          usuallyFolded={FOLDED}
          homeId={null}
          peekedKey={peek.key}
          noteOf={(id) => {
            const entry = entries.get(id)
            return entry ? noteOf(entry.item, entry.reasons, lookup) : null
          }}
          headerNote={(section) => sectionNote(section, work)}
          renderWhy={(item) => <WhyHere entry={entries.get(item.id)} lookup={lookup} />}
          onPeek={peek.open}
          onOpen={(key) => go(paths.item(slug, key))}
          onSettings={setSettings}
          empty={
            <EmptyState
              glyph={<Sun size={20} strokeWidth={1.75} />}
              title={textsMyWork.emptyTitle}
              sentence={textsMyWork.emptySentence}
              action={{ label: textsMyWork.allItems, onClick: () => go(paths.items(slug)) }}
            />
          }
        />
      )}
    </div>
  )
}

/** The four sections, in the order core gives each; folded or not is up to the person. */
function arranged(work: MyWork<WorkItem>): readonly WorkGroup[] {
  return MY_WORK_SECTIONS.map((section) => ({
    key: section,
    label: textsMyWork.section[section],
    stateGroup: null,
    wipLimit: null,
    items: work[section].map((entry) => entry.item),
  })).filter((group) => group.items.length > 0)
}

function sectionNote(section: string, work: MyWork<WorkItem>) {
  if (section === 'next') return textsMyWork.pullOrder
  if (section !== 'doNow') return undefined
  const minutes = work.doNow.reduce((sum, { item }) => sum + (item.effortMin ?? 0), 0)
  return minutes === 0 ? undefined : textsMyWork.about(formatEffort(minutes))
}
