import type { WorkItem } from '@millrace/core/work'
import { type ReactNode, Suspense, useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Skeleton, Tabs } from '../../../../ui/index.ts'
import type { ItemDetails } from '../../hooks/use-item-details.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import { ActivityList } from './activity-list.tsx'
import styles from './item-panel.module.css'
import { ItemVisits } from './item-visits.tsx'

/** What other rooms add to an item, given its id. */
export type ItemSlots = {
  readonly discussion?: (itemId: string) => ReactNode
  readonly files?: (itemId: string) => ReactNode
  readonly time?: (itemId: string) => ReactNode
  readonly plan?: (itemId: string) => ReactNode
  /** What the step of a process asks for that it carries out. */
  readonly form?: (item: WorkItem) => ReactNode
  /** Whether one is told of it. */
  readonly news?: (item: WorkItem) => ReactNode
  /** How to remind the person it waits for. */
  readonly nudge?: (item: WorkItem, personId: string) => ReactNode
}

/** Only projects have a plan. */
function useIsInProject({ containerIds }: WorkItem): boolean {
  const { containers } = useDirectory()
  return containerIds.some((id) => containers.get(id)?.kind === 'project')
}

type Props = Pick<ItemSlots, 'discussion' | 'files' | 'time' | 'plan'> & {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly details: ItemDetails | undefined
}

const TABS = ['discussion', 'activity', 'files', 'time', 'plan', 'visits'] as const

/** What people said, what happened, what is attached, and where the item has been. */
export function ItemTabs({ item, lookup, details, ...slots }: Props) {
  const { discussion } = slots
  const [tab, setTab] = useState<string | null>(discussion ? 'discussion' : 'activity')
  const isPlanned = useIsInProject(item)
  const tabs = TABS.filter(
    (each) => each === 'activity' || each === 'visits' || (slots[each] && (each !== 'plan' || isPlanned)),
  )
  return (
    <Tabs value={tab} onChange={setTab} className={styles.tabs ?? ''}>
      <Tabs.List>
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {textsItem.tabs[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={styles.tabPanel}>
        <Tabs.Panel value="discussion">
          <Suspense fallback={<Skeleton rows={3} />}>{discussion?.(item.id)}</Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <ActivityList subject={{ item: item.id }} lookup={lookup} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <Suspense fallback={<Skeleton rows={3} />}>{slots.files?.(item.id)}</Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="time">
          <Suspense fallback={<Skeleton rows={3} />}>{slots.time?.(item.id)}</Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="plan">
          <Suspense fallback={<Skeleton rows={3} />}>{slots.plan?.(item.id)}</Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="visits">
          {details ? (
            <ItemVisits item={item} visits={details.visits} lookup={lookup} />
          ) : (
            <Skeleton rows={3} />
          )}
        </Tabs.Panel>
      </div>
    </Tabs>
  )
}
