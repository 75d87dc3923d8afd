import { useId, useRef, useState } from 'react'
import styles from './grid.module.css'

/** Where the keys go on when a cell has been left. */
export type LeaveTo = 'stay' | 'down' | 'right' | 'left'

type Props = {
  readonly label: string
  readonly initial: string
  /** What stands there goes with the first letter. */
  readonly isStopgap: boolean
  readonly isNumber: boolean
  /** What could be written, going on from a text. */
  readonly suggest: (text: string) => readonly string[]
  /** Takes the text in; a sentence when it does not fit. */
  readonly onSave: (text: string) => string | null
  readonly onLeave: (to: LeaveTo) => void
}

/** A cell that is being written in. Enter goes down, Tab goes on, Escape gives up. */
export function GridInput({ label, initial, isStopgap, isNumber, ...props }: Props) {
  const [text, setText] = useState(initial)
  const [why, setWhy] = useState<string | null>(null)
  const isSettled = useRef(false)
  const [whyId, listId] = [useId(), useId()]
  const suggestions = props.suggest(text)
  const leave = (to: LeaveTo) => {
    isSettled.current = true
    props.onLeave(to)
  }
  const save = (to: LeaveTo) => {
    if (isSettled.current) return
    const wrong = props.onSave(text)
    if (wrong === null) leave(to)
    else setWhy(wrong)
  }
  return (
    <>
      <input
        className={styles.input}
        data-number={isNumber || undefined}
        aria-label={label}
        aria-invalid={why !== null}
        aria-describedby={why === null ? undefined : whyId}
        list={suggestions.length > 0 ? listId : undefined}
        autoComplete="off"
        value={text}
        ref={(input) => {
          if (!input || document.activeElement === input) return
          input.focus({ preventScroll: true })
          if (isStopgap) input.select()
        }}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWhy(null)
        }}
        // What does not fit is given up with the cell, instead of holding whoever clicks elsewhere.
        onBlur={() => (why === null ? save('stay') : leave('stay'))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          event.stopPropagation()
          if (event.key === 'Enter') save('down')
          if (event.key === 'Tab') {
            event.preventDefault()
            save(event.shiftKey ? 'left' : 'right')
          }
          if (event.key === 'Escape') leave('stay')
        }}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
      {why !== null && (
        <span id={whyId} role="alert" className={styles.why}>
          {why}
        </span>
      )}
    </>
  )
}
