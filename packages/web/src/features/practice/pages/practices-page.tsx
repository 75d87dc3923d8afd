import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { PageHeader, SegmentedControl } from '../../../ui/index.ts'
import { ArtifactTypes } from '../components/artifact-types.tsx'
import { Catalogue } from '../components/catalogue.tsx'
import styles from '../components/practice.module.css'
import { texts } from '../texts.ts'

const TABS = ['catalogue', 'artifacts'] as const

/** How the work is done here: the catalogue of practices, and the artifacts they bring about. */
export function PracticesPage() {
  const { tab: asked } = useSearchText()
  const setSearch = useSetSearch()
  const tab = TABS.find((each) => each === asked) ?? 'catalogue'
  return (
    <>
      <PageHeader title={texts.title}>
        <SegmentedControl
          size="xs"
          aria-label={texts.tabs}
          value={tab}
          data={TABS.map((value) => ({ value, label: texts.tab[value] }))}
          onChange={(value) => setSearch({ tab: value === 'catalogue' ? undefined : value })}
        />
      </PageHeader>
      <div className={styles.page} role="region" aria-label={texts.tab[tab]} tabIndex={0}>
        {tab === 'catalogue' ? <Catalogue /> : <ArtifactTypes />}
      </div>
    </>
  )
}
