import { Tag } from 'lucide-react'
import { type SyntheticEvent, useMemo, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, EmptyState, Section, TextInput } from '../../../ui/index.ts'
import { LabelLine } from '../components/settings/label-line.tsx'
import styles from '../components/settings/settings.module.css'
import { settingsTexts } from '../texts-settings.ts'

/** All labels: add, rename, recolour, retire. */
export function LabelsPage() {
  const { labels, me } = useDirectory()
  const { run } = useCommands()
  const [name, setName] = useState('')
  const words = settingsTexts.labels
  const inUse = useMemo(
    () =>
      [...labels.values()]
        .filter(({ archivedAt }) => archivedAt === null)
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    [labels],
  )
  const mayChange = me.orgRole !== 'guest'
  const handleAdd = (event: SyntheticEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    void run('work.createLabel', { id: newId(), name: name.trim() }, { undoLabel: words.added(name.trim()) })
    setName('')
  }
  return (
    <Section title={words.title} sentence={words.sentence}>
      {mayChange && (
        <form className={styles.line} onSubmit={handleAdd}>
          <TextInput
            aria-label={words.name}
            placeholder={words.name}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            {words.add}
          </Button>
        </form>
      )}
      {inUse.length === 0 ? (
        <EmptyState glyph={<Tag size={20} strokeWidth={1.75} />} title={words.title} sentence={words.empty} />
      ) : (
        <ul className={styles.list} aria-label={words.list}>
          {inUse.map((label) => (
            <LabelLine key={label.id} label={label} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </Section>
  )
}
