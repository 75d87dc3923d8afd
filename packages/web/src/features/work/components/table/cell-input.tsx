import { useRef, useState } from 'react'
import styles from './item-table.module.css'

/** Where the cursor goes when a cell has been left. */
export type LeaveCell = 'stay' | 'down' | 'right' | 'left'

type Props = {
  readonly label: string
  readonly initial: string
  readonly align: 'start' | 'end'
  /** Saves the text. False: it does not fit, and the field stays open. */
  readonly onSave: (text: string) => boolean
  readonly onLeave: (to: LeaveCell) => void
}

/** A cell that is being typed into. Enter goes down, Tab goes on, Escape gives up. */
export function CellInput({ label, initial, align, onSave, onLeave }: Props) {
  const [text, setText] = useState(initial)
  const [isWrong, setWrong] = useState(false)
  const isSettled = useRef(false)
  const save = (to: LeaveCell) => {
    if (isSettled.current) return
    if (text !== initial && !onSave(text)) return setWrong(true)
    isSettled.current = true
    onLeave(to)
  }
  return (
    <input
      className={styles.cellInput}
      style={{ textAlign: align }}
      aria-label={label}
      aria-invalid={isWrong}
      value={text}
      ref={(input) => {
        if (input && document.activeElement !== input) input.focus({ preventScroll: true })
      }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setWrong(false)
      }}
      onBlur={() => save('stay')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key === 'Enter') save('down')
        if (event.key === 'Tab') {
          event.preventDefault()
          save(event.shiftKey ? 'left' : 'right')
        }
        if (event.key === 'Escape') {
          isSettled.current = true
          onLeave('stay')
        }
      }}
    />
  )
}
