import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { PageHeader, SegmentedControl } from '../../../ui/index.ts'
import { Areas } from '../components/areas.tsx'
import { ArtifactTypes } from '../components/artifact-types.tsx'
import { Catalogue } from '../components/catalogue.tsx'
import styles from '../components/practice.module.css'
import { Units } from '../components/units.tsx'
import { texts } from '../texts.ts'

const TABS = ['catalogue', 'areas', 'artifacts', 'units'] as const

const CONTENT = { catalogue: Catalogue, areas: Areas, artifacts: ArtifactTypes, units: Units } as const

/** How the work is done here: the catalogue of practices, the areas they belong to, what they make, and who works by them. */
export function PracticesPage() {
  const { tab: asked } = useSearchText()
  const setSearch = useSetSearch()
  const tab = TABS.find((each) => each === asked) ?? 'catalogue'
  const Content = CONTENT[tab]
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
        <Content />
      </div>
    </>
  )
}
