import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, PersonAvatar, Textarea, usePastedFiles } from '../../../ui/index.ts'
import { completeMention, mentionCandidates, mentionedIds, openMention } from '../model/mentions.ts'
import { texts } from '../texts.ts'
import styles from './discussion.module.css'

type Props = {
  /** What files that are pasted or dropped are attached to. */
  readonly itemId: string
  readonly initial?: string
  readonly placeholder: string
  readonly submitLabel: string
  readonly isFocused?: boolean
  readonly onSubmit: (body: string, mentions: readonly string[]) => void
  readonly onCancel?: () => void
}

/** A field for Markdown in which an `@` offers people to call. */
export function CommentForm(props: Props) {
  const { initial = '', placeholder, submitLabel, onSubmit, onCancel } = props
  const { people: directory } = useDirectory()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(initial)
  const pasted = usePastedFiles({ place: { itemId: props.itemId }, onText: setText })
  const [cursor, setCursor] = useState(0)
  const [at, setAt] = useState(0)
  const [isClosed, setClosed] = useState(false)
  const people = useMemo(
    () => [...directory.values()].filter((person) => person.status !== 'inactive'),
    [directory],
  )
  const open = isClosed ? null : openMention(text, cursor)
  const candidates = open ? mentionCandidates(open.text, people) : []
  const choose = (index: number) => {
    const person = candidates[index]
    if (!open || !person) return
    const done = completeMention(text, open, person.name)
    setText(done.text)
    setCursor(done.cursor)
    requestAnimationFrame(() => field.current?.setSelectionRange(done.cursor, done.cursor))
  }
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (text.trim() === '' || pasted.isWaiting) return
    onSubmit(text.trim(), mentionedIds(text, people))
    setText('')
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return submit(event)
    if (event.key === 'Escape' && candidates.length === 0) {
      event.stopPropagation()
      return onCancel?.()
    }
    if (candidates.length === 0) return undefined
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((before) => (before + step + candidates.length) % candidates.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(Math.min(at, candidates.length - 1))
    else if (event.key === 'Escape') setClosed(true)
    else return undefined
    event.preventDefault()
    return event.stopPropagation()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.field} data-field="comment">
        <Textarea
          ref={field}
          data-writes="comment"
          aria-label={texts.label}
          placeholder={placeholder}
          autosize
          minRows={2}
          maxRows={16}
          value={text}
          autoFocus={props.isFocused ?? false}
          aria-autocomplete="list"
          aria-controls={candidates.length > 0 ? listId : undefined}
          aria-activedescendant={candidates.length > 0 ? `${listId}-${String(at)}` : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCursor(event.currentTarget.selectionStart)
            setAt(0)
            setClosed(false)
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          onKeyDown={handleKeyDown}
          {...pasted.handlers}
        />
        {candidates.length > 0 && (
          <div role="listbox" id={listId} aria-label={texts.people} className={styles.people}>
            {candidates.map((person, index) => (
              <div
                key={person.id}
                role="option"
                id={`${listId}-${String(index)}`}
                aria-selected={index === at}
                className={styles.person}
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(index)
                }}
              >
                <PersonAvatar person={person} size={18} /> {person.name}
                <span className={styles.role}>{person.title}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {(text !== '' || onCancel) && (
        <div className={styles.formEnd}>
          {onCancel && (
            <Button size="compact-sm" variant="default" onClick={onCancel}>
              {texts.cancel}
            </Button>
          )}
          <Button
            type="submit"
            size="compact-sm"
            disabled={text.trim() === '' || pasted.isWaiting}
            title={texts.sendKeys}
          >
            {submitLabel}
          </Button>
        </div>
      )}
    </form>
  )
}
