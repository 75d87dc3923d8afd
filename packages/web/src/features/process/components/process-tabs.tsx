import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { Skeleton, Tabs } from '../../../ui/index.ts'
import { type ProcessTab, processTabOf } from '../model/process-tabs.ts'
import { modelTexts as texts } from '../texts-model.ts'
import styles from './process-tabs.module.css'

type Props = {
  /** What each tab shows; a tab that is not there is not offered. */
  readonly parts: Readonly<Partial<Record<ProcessTab, () => ReactNode>>>
  readonly order: readonly ProcessTab[]
}

/** The tabs of a process. The address names the one that is shown; Alt with its number leads to it. */
export function ProcessTabs({ parts, order }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const offered = order.filter((tab) => parts[tab])
  const named = processTabOf(search['tab'])
  const tab = offered.includes(named) ? named : (offered[0] ?? 'model')
  const show = (next: ProcessTab) =>
    setSearch({ tab: next === offered[0] ? undefined : next, draw: undefined, step: undefined })
  useKeys(
    offered.map((each, place) => ({
      ...{ id: `process.tab.${each}`, keys: `alt+${String(place + 1)}`, group: texts.keyGroup },
      label: texts.tabKey(texts.tab[each]),
      run: () => show(each),
    })),
  )
  const list = useRef<HTMLDivElement>(null)
  // Where the screen is too narrow for all of them, the one that is shown is among those that are seen.
  useEffect(() => {
    list.current
      ?.querySelector(`[aria-selected="true"][data-tab="${tab}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab])
  return (
    <Tabs
      value={tab}
      className={styles.tabs ?? ''}
      onChange={(value) => show(processTabOf(value ?? undefined))}
    >
      <Tabs.List ref={list} aria-label={texts.tabs} className={styles.list ?? ''}>
        {offered.map((each) => (
          <Tabs.Tab key={each} value={each} data-tab={each}>
            {texts.tab[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} className={styles.panel ?? ''}>
        <Suspense fallback={<Skeleton rows={8} />}>{parts[tab]?.()}</Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}
