import type { AreaTableView } from '@millrace/contract'
import { Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { callOf, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { ActionIcon, Button, ErrorState, Modal, Select, Skeleton, TextInput } from '../../../ui/index.ts'
import { useAreas } from '../hooks/use-areas.ts'
import { useMayKeep } from '../hooks/use-practices.ts'
import { labelOf } from '../model/area-words.ts'
import { textsForm } from '../texts-form.ts'
import { textsTable as texts } from '../texts-table.ts'
import { AreaCell } from './area-cell.tsx'
import styles from './areas.module.css'
import practice from './practice.module.css'

const PLACES = [1, 2, 3] as const

/** The nine areas of interest as the table they are: whose system, seen in which role. */
export function Areas() {
  const { of } = useSearchText()
  const { containers } = useDirectory()
  const container = [...containers.values()].find(({ key }) => key === of) ?? null
  const asked = useAreas(container?.id ?? null)
  const canKeep = useMayKeep()
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Skeleton rows={9} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const { cells, labels } = asked.data
  const canMark = container === null ? canKeep : container.myRole === 'manager'
  return (
    <>
      <p className={practice.hint}>{texts.explain}</p>
      <ScopeSelect />
      <div className={styles.table} role="table" aria-label={texts.title}>
        <div className={styles.heads} role="row">
          <span role="columnheader" aria-label={texts.title} />
          {PLACES.map((place) => (
            <Head key={place} {...{ labels, place, canKeep }} axis="column" />
          ))}
        </div>
        {PLACES.map((row) => (
          <div key={row} className={styles.row} role="row">
            <Head {...{ labels, canKeep }} place={row} axis="row" />
            {cells.slice((row - 1) * 3, row * 3).map((cell) => (
              <AreaCell key={cell.area} cell={cell} container={container} canMark={canMark} />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

/** The organisation, or one of its projects, processes and cases; it stands in the address. */
function ScopeSelect() {
  const { of = '' } = useSearchText()
  const setSearch = useSetSearch()
  const { containers } = useDirectory()
  const live = [...containers.values()].filter(({ archivedAt }) => archivedAt === null)
  return (
    <div className={practice.bar}>
      <Select
        size="xs"
        label={texts.of}
        searchable
        allowDeselect={false}
        value={of}
        data={[
          { value: '', label: texts.organisation },
          ...live.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(key) => setSearch({ of: key || undefined })}
      />
    </div>
  )
}

type HeadProps = {
  readonly labels: AreaTableView['labels']
  readonly axis: 'row' | 'column'
  readonly place: number
  readonly canKeep: boolean
}

function Head({ labels, axis, place, canKeep }: HeadProps) {
  const [isOpen, setOpen] = useState(false)
  const name = labelOf(labels, axis, place)
  return (
    <div className={styles.head} role={axis === 'row' ? 'rowheader' : 'columnheader'}>
      {name}
      {canKeep && (
        <ActionIcon size="sm" variant="subtle" aria-label={texts.rename(name)} onClick={() => setOpen(true)}>
          <Pencil size={12} aria-hidden />
        </ActionIcon>
      )}
      {isOpen && <RenameDialog {...{ labels, axis, place }} onClose={() => setOpen(false)} />}
    </div>
  )
}

type RenameProps = Omit<HeadProps, 'canKeep'> & { readonly onClose: () => void }

function RenameDialog({ labels, axis, place, onClose }: RenameProps) {
  const { run } = useCommands()
  const before = (axis === 'row' ? labels.rows : labels.columns)[place - 1] ?? null
  const [name, setName] = useState(before ?? '')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const said = name.trim() === '' ? null : name.trim()
    void run(
      'practice.nameArea',
      { axis, place, name: said },
      {
        undoLabel: texts.renamed(labelOf(labels, axis, place)),
        back: [callOf('practice.nameArea', { axis, place, name: before })],
      },
    )
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.rename(labelOf(labels, axis, place))}>
      <form className={practice.form} onSubmit={handleSubmit}>
        <TextInput
          label={texts.renameTitle}
          description={texts.renameHint}
          maxLength={60}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={practice.end}>
          <Button type="submit">{textsForm.save}</Button>
        </div>
      </form>
    </Modal>
  )
}
