import { BookOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { Button, Checkbox, EmptyState, ErrorState, Select, Skeleton, TextInput } from '../../../ui/index.ts'
import { useArtifactTypes, useMayKeep, usePractices } from '../hooks/use-practices.ts'
import { type CatalogueFilter, findPractices } from '../model/find-practices.ts'
import { stateNames } from '../model/practice-draft.ts'
import { texts } from '../texts.ts'
import { textsAreas } from '../texts-areas.ts'
import { MethodManagers } from './method-managers.tsx'
import styles from './practice.module.css'
import { PracticeForm } from './practice-form.tsx'
import { PracticeTable } from './practice-table.tsx'
import { UndescribedList } from './undescribed-list.tsx'

/** All practices, and those that items name without there being one. */
export function Catalogue() {
  const asked = usePractices()
  const types = useArtifactTypes()
  const canKeep = useMayKeep()
  const { described, describe } = useDescribed(canKeep)
  const [filter, setFilter] = useState<CatalogueFilter>({ text: '', area: null, withArchived: false })
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const { practices } = asked.data
  const add = () => describe('')
  return (
    <>
      {practices.length === 0 ? (
        <EmptyState
          glyph={<BookOpen size={20} strokeWidth={1.75} />}
          title={texts.emptyTitle}
          sentence={canKeep ? texts.emptySentence : texts.rights}
          {...(canKeep ? { action: { label: texts.add, onClick: add } } : {})}
        />
      ) : (
        <>
          <p className={styles.hint}>{texts.explain}</p>
          <FilterBar filter={filter} onChange={setFilter} onAdd={canKeep ? add : null} />
          <PracticeTable
            practices={findPractices(practices, filter)}
            states={stateNames(types.data?.types ?? [])}
          />
        </>
      )}
      <UndescribedList onDescribe={canKeep ? describe : null} />
      <MethodManagers />
      {described !== null && <PracticeForm practice={null} name={described} onClose={() => describe(null)} />}
    </>
  )
}

/** Which practice is being written down; an address can ask for it, as an item does. */
function useDescribed(canKeep: boolean) {
  const { describe: wanted } = useSearchText()
  const setSearch = useSetSearch()
  const [described, describe] = useState<string | null>(null)
  useEffect(() => {
    if (wanted === undefined || !canKeep) return
    describe(wanted)
    setSearch({ describe: undefined }, 'replace')
  }, [wanted, canKeep, setSearch])
  return { described, describe }
}

type BarProps = {
  readonly filter: CatalogueFilter
  readonly onChange: (filter: CatalogueFilter) => void
  readonly onAdd: (() => void) | null
}

function FilterBar({ filter, onChange, onAdd }: BarProps) {
  return (
    <div className={styles.bar}>
      <TextInput
        size="xs"
        aria-label={texts.filter}
        placeholder={texts.filter}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={texts.column.area}
        placeholder={texts.allAreas}
        clearable
        value={filter.area}
        data={Object.entries(textsAreas.area).map(([value, name]) => ({
          value,
          label: textsAreas.named(value, name),
        }))}
        onChange={(area) => onChange({ ...filter, area })}
      />
      <Checkbox
        size="xs"
        label={texts.showArchived}
        checked={filter.withArchived}
        onChange={(event) => onChange({ ...filter, withArchived: event.currentTarget.checked })}
      />
      {onAdd && (
        <Button size="xs" onClick={onAdd}>
          {texts.add}
        </Button>
      )}
    </div>
  )
}
