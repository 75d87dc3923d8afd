import { type KeyboardEvent, useId, useState } from 'react'
import { textsItem } from '../../texts-item.ts'
import styles from './editors.module.css'
import type { PickOption } from './option-picker.tsx'

type Props = {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly options: readonly PickOption[]
  readonly isSearching: boolean
  readonly onPick: (id: string) => void
}

/** Finds an item by typing: the list is what the search answers. */
export function ItemFinder({ label, text, onText, options, isSearching, onPick }: Props) {
  const id = useId()
  const [at, setAt] = useState(0)
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const option = options[Math.min(at, options.length - 1)]
    if (by !== 0) setAt((before) => (before + by + options.length) % Math.max(1, options.length))
    else if (event.key === 'Enter' && option) onPick(option.id)
    else return
    event.preventDefault()
  }
  return (
    <div>
      <input
        className={styles.search}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={`${id}-${String(at)}`}
        aria-label={label}
        placeholder={label}
        data-autofocus
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={handleKeyDown}
      />
      <div role="listbox" id={id} aria-label={label} className={styles.options}>
        {options.map((option, index) => (
          <div
            key={option.id}
            role="option"
            id={`${id}-${String(index)}`}
            aria-selected={index === at}
            className={styles.option}
            data-at={index === at || undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => onPick(option.id)}
          >
            <span className={styles.sign}>{option.sign}</span>
            <span className={styles.name}>{option.name}</span>
            <span className={styles.hint}>{option.hint}</span>
          </div>
        ))}
        {options.length === 0 && (
          <div className={styles.none}>{isSearching ? textsItem.searching : textsItem.nothingFound}</div>
        )}
      </div>
    </div>
  )
}
