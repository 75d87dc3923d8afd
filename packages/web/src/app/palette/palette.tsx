import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTypedAhead } from '../../platform/use-typed-ahead.ts'
import { Kbd, Modal } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import type { Entry } from './entry.ts'
import styles from './palette.module.css'
import { useEntries } from './use-entries.tsx'

type Props = { readonly onClose: () => void }

/** One field for everything: commands for what is selected, places, items, people. */
export function Palette({ onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [cursor, setCursor] = useState(0)
  const { entries, isSearching } = useEntries(typed)
  const list = useRef<HTMLDivElement>(null)
  const field = useTypedAhead<HTMLInputElement>((text) => setTyped((before) => before + text))
  const listId = useId()
  const at = Math.min(cursor, Math.max(0, entries.length - 1))

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const handleKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && entries.length > 0) {
      event.preventDefault()
      setCursor((at + step + entries.length) % entries.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(entries[at])
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={580}
      title={texts.palette.title}
      classNames={{ header: styles.spoken ?? '' }}
    >
      <div className={styles.field}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-label={texts.palette.title}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries[at] ? `${listId}-${entries[at].id}` : undefined}
          aria-autocomplete="list"
          placeholder={texts.palette.placeholder}
          value={typed}
          ref={field}
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setCursor(0)
          }}
          onKeyDown={handleKey}
        />
      </div>
      <div
        className={styles.list}
        id={listId}
        role="listbox"
        aria-label={texts.palette.results}
        tabIndex={-1}
        ref={list}
      >
        {entries.map((entry, index) => (
          <PaletteEntry
            key={entry.id}
            id={`${listId}-${entry.id}`}
            entry={entry}
            title={entries[index - 1]?.group === entry.group ? null : entry.group}
            isSelected={index === at}
            onPoint={() => setCursor(index)}
            onChoose={() => choose(entry)}
          />
        ))}
        {entries.length === 0 && (
          <p className={styles.nothing}>
            {isSearching ? texts.palette.searching : texts.palette.nothing(typed.trim())}
          </p>
        )}
      </div>
      <output className="visually-hidden">{texts.palette.count(entries.length)}</output>
    </Modal>
  )
}

type EntryProps = {
  readonly id: string
  readonly entry: Entry
  readonly title: Entry['group'] | null
  readonly isSelected: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function PaletteEntry({ id, entry, title, isSelected, onPoint, onChoose }: EntryProps) {
  return (
    <>
      {title !== null && (
        <div className={styles.title} role="presentation">
          {texts.palette.groups[title]}
        </div>
      )}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isSelected}
        className={styles.entry}
        onPointerMove={isSelected ? undefined : onPoint}
        onClick={onChoose}
        onKeyDown={undefined}
      >
        <span className={styles.glyph}>{entry.glyph}</span>
        <span className={styles.label}>{entry.label}</span>
        {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
        {entry.keys !== undefined && <Kbd keys={entry.keys} />}
      </div>
    </>
  )
}
