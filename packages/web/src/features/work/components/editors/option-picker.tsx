import { Check, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react'
import { useTypedAhead } from '../../../../platform/use-typed-ahead.ts'
import { textsEdit } from '../../texts-edit.ts'
import styles from './editors.module.css'

/** Something that can be chosen. `hint` stands small at the end of its line. */
export type PickOption = {
  readonly id: string
  readonly name: string
  readonly sign?: ReactNode
  readonly hint?: string
  /** Why it cannot be chosen now. */
  readonly refusal?: string
}

type Props = {
  readonly label: string
  readonly options: readonly PickOption[]
  readonly selected: readonly string[]
  /** Several can be chosen: a click keeps the list open. */
  readonly isMultiple?: boolean
  readonly initialText?: string
  readonly onPick: (id: string) => void
  readonly onCreate?: (name: string) => void
}

/** More than a person scrolls through; the text narrows it down. */
const SHOWN_MAX = 80

/** A list to choose from, narrowed by typing. The keys are those of a combo box. */
export function OptionPicker(props: Props) {
  const { label, options, selected, isMultiple = false, initialText = '' } = props
  const id = useId()
  const [text, setText] = useState(initialText)
  const [at, setAt] = useState(0)
  const field = useTypedAhead<HTMLInputElement>((typed) => setText((before) => before + typed))
  const found = useMemo(() => narrow(options, text), [options, text])
  const isNew =
    text.trim() !== '' && !options.some((option) => option.name.toLowerCase() === text.trim().toLowerCase())
  const canCreate = props.onCreate !== undefined && isNew
  const last = found.length - 1 + (canCreate ? 1 : 0)
  const choose = (index: number) => {
    const option = found[index]
    if (option && option.refusal === undefined) props.onPick(option.id)
    if (!option && canCreate) props.onCreate?.(text.trim())
    if (isMultiple) setText('')
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setAt((before) => (before + by + last + 1) % Math.max(1, last + 1))
    else if (event.key === 'Enter') choose(Math.min(at, last))
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.picker}>
      <input
        ref={field}
        className={styles.search}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={`${id}-${String(Math.min(at, last))}`}
        aria-label={label}
        placeholder={label}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={handleKeyDown}
      />
      <div
        role="listbox"
        id={id}
        aria-label={label}
        aria-multiselectable={isMultiple}
        className={styles.options}
      >
        {found.map((option, index) => (
          <div
            key={option.id}
            role="option"
            id={`${id}-${String(index)}`}
            className={styles.option}
            aria-selected={selected.includes(option.id)}
            aria-disabled={option.refusal !== undefined}
            title={option.refusal}
            data-at={index === at || undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            <span className={styles.sign}>{option.sign}</span>
            <span className={styles.name}>{option.name}</span>
            {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
            {selected.includes(option.id) && <Check size={14} aria-hidden className={styles.check} />}
          </div>
        ))}
        {canCreate && (
          <div
            role="option"
            id={`${id}-${String(found.length)}`}
            className={styles.option}
            aria-selected={false}
            data-at={at >= found.length || undefined}
            onMouseMove={() => setAt(found.length)}
            onClick={() => choose(found.length)}
          >
            <span className={styles.sign}>
              <Plus size={14} aria-hidden />
            </span>
            {textsEdit.create(text.trim())}
          </div>
        )}
        {found.length === 0 && !canCreate && <div className={styles.none}>{textsEdit.nothingLikeThis}</div>}
      </div>
    </div>
  )
}

/** Options whose name starts with the text come first, then those that contain it. */
function narrow(options: readonly PickOption[], text: string): readonly PickOption[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return options.slice(0, SHOWN_MAX)
  const starting: PickOption[] = []
  const containing: PickOption[] = []
  for (const option of options) {
    const name = `${option.name} ${option.hint ?? ''}`.toLowerCase()
    if (name.startsWith(wanted)) starting.push(option)
    else if (name.includes(wanted)) containing.push(option)
  }
  return [...starting, ...containing].slice(0, SHOWN_MAX)
}
