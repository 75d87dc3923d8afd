import type { Refusal } from '@millrace/core/kernel'
import { completeQuery, type QueryCatalogue } from '@millrace/core/work'
import { ListFilter, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { refusedBy } from '../../../../platform/refused.ts'
import { filterChips, joinFilters, removeChip } from '../../model/filter-text.ts'
import { textsView } from '../../texts-view.ts'
import { FilterMenu } from './filter-menu.tsx'
import styles from './view.module.css'

type Props = {
  /** The filter that is in force and stands in the address. */
  readonly text: string
  /** What is being typed and not in force for good yet. */
  readonly draft: string
  readonly refusal: Refusal | null
  readonly catalogue: QueryCatalogue
  readonly input: RefObject<HTMLInputElement | null>
  readonly onText: (text: string) => void
  readonly onDraft: (draft: string) => void
}

/**
 * The filter of a view: chips for what holds, a field for more. What is typed filters at once; Enter
 * makes a chip of it, Backspace takes the last chip back into the field.
 */
export function FilterBox(props: Props) {
  const { text, draft, refusal, catalogue, input, onText, onDraft } = props
  const listId = useId()
  const [cursor, setCursor] = useState(0)
  const [at, setAt] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const chips = filterChips(text)
  const { from, to, suggestions } = completeQuery(draft, Math.min(cursor, draft.length), catalogue)
  const shown = isOpen ? suggestions.slice(0, 9) : []
  const commit = () => {
    setOpen(false)
    if (draft.trim() === '' || refusal) return
    onText(joinFilters(text, draft))
    onDraft('')
  }
  const accept = (index: number) => {
    const suggestion = shown[index]
    if (!suggestion) return
    const next = `${draft.slice(0, from)}${suggestion.text} ${draft.slice(to)}`
    onDraft(next)
    setCursor(from + suggestion.text.length + 1)
    setAt(-1)
    input.current?.focus()
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && suggestions.length > 0) {
      setOpen(true)
      setAt((before) => Math.max(-1, Math.min(before + step, Math.min(suggestions.length, 9) - 1)))
    } else if ((event.key === 'Tab' || event.key === 'Enter') && at >= 0 && shown[at]) accept(at)
    else if (event.key === 'Enter') commit()
    else if (event.key === 'Escape') leave(isOpen && shown.length > 0)
    else if (event.key === 'Backspace' && draft === '' && chips.length > 0) takeBack()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const leave = (onlyCloses: boolean) => {
    setOpen(false)
    if (onlyCloses) return
    if (draft !== '') onDraft('')
    else input.current?.blur()
  }
  const takeBack = () => {
    const last = chips.at(-1)
    if (!last) return
    onText(removeChip(text, last.text))
    onDraft(last.text)
    setCursor(last.text.length)
  }
  return (
    <div className={styles.filter} data-wrong={refusal !== null || undefined}>
      <ListFilter size={14} strokeWidth={1.75} aria-hidden className={styles.filterSign} />
      {chips.map((chip) => (
        <span key={chip.text} className={styles.chip}>
          <button
            type="button"
            className={styles.chipText}
            title={textsView.editFilter}
            onClick={() => {
              onText(removeChip(text, chip.text))
              onDraft(chip.text)
              setCursor(chip.text.length)
              input.current?.focus()
            }}
          >
            {chip.text}
          </button>
          <button
            type="button"
            className={styles.chipRemove}
            aria-label={textsView.removeFilter(chip.text)}
            onClick={() => onText(removeChip(text, chip.text))}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <input
        ref={input}
        className={styles.filterInput}
        role="combobox"
        aria-label={textsView.filter}
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${listId}-${String(at)}` : undefined}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? `${listId}-why` : undefined}
        placeholder={chips.length === 0 ? textsView.filterHint : textsView.filterMore}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onFocus={() => setOpen(true)}
        onBlur={commit}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
        onChange={(event) => {
          onDraft(event.currentTarget.value)
          setCursor(event.currentTarget.selectionStart ?? 0)
          setAt(-1)
          setOpen(true)
        }}
        onKeyDown={handleKeyDown}
      />
      {(text !== '' || draft !== '') && (
        <button
          type="button"
          className="plain-button"
          aria-label={textsView.clearFilter}
          onClick={() => {
            onText('')
            onDraft('')
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
      <FilterMenu
        text={text}
        onText={onText}
        onField={(field) => {
          onDraft(`${field} = `)
          setCursor(field.length + 3)
          setOpen(true)
          input.current?.focus()
        }}
      />
      {shown.length > 0 && (
        <div role="listbox" id={listId} className={styles.suggestions} aria-label={textsView.suggestions}>
          {shown.map((suggestion, index) => (
            <div
              key={suggestion.text}
              role="option"
              id={`${listId}-${String(index)}`}
              aria-selected={index === at}
              className={styles.suggestion}
              onMouseDown={(event) => {
                event.preventDefault()
                accept(index)
              }}
            >
              <span className={styles.suggestionText}>{suggestion.text}</span>
              <span className={styles.suggestionKind}>
                {suggestion.label === suggestion.text
                  ? textsView.suggestionKind[suggestion.kind]
                  : suggestion.label}
              </span>
            </div>
          ))}
        </div>
      )}
      {refusal && (shown.length === 0 || at < 0) && draft.trim() !== '' && (
        <WrongQuery id={`${listId}-why`} draft={draft} refusal={refusal} onFix={onDraft} />
      )}
    </div>
  )
}

type WrongProps = {
  readonly id: string
  readonly draft: string
  readonly refusal: Refusal
  readonly onFix: (draft: string) => void
}

/** What is wrong with the filter, where, and what was probably meant. */
function WrongQuery({ id, draft, refusal, onFix }: WrongProps) {
  const { sentence, remedy } = refusedBy(refusal)
  const position = refusal.params?.['position']
  const found = refusal.params?.['found']
  const suggestion = refusal.params?.['suggestion']
  const at = typeof position === 'number' ? position : draft.length
  const length = typeof found === 'string' ? found.length : 1
  return (
    <div id={id} className={styles.wrong} role="status">
      <div className={styles.wrongText} aria-hidden>
        {draft.slice(0, at)}
        <mark>{draft.slice(at, at + length) || '␣'}</mark>
        {draft.slice(at + length)}
      </div>
      <div>
        {sentence} {remedy}
        {typeof suggestion === 'string' && (
          <button
            type="button"
            className={styles.fix}
            onMouseDown={(event) => {
              event.preventDefault()
              onFix(`${draft.slice(0, at)}${suggestion}${draft.slice(at + length)}`)
            }}
          >
            {textsView.didYouMean(suggestion)}
          </button>
        )}
      </div>
    </div>
  )
}
