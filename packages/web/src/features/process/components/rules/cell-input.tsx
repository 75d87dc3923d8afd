import { useEffect, useRef, useState } from 'react'
import { keyOf } from '../../../../platform/keys.ts'
import styles from './rule-grid.module.css'

type Props = {
  readonly label: string
  readonly typed: string
  /** What it is to say, and the key that said so. */
  readonly onCommit: (text: string, key: string) => void
  readonly onGiveUp: () => void
}

const ENDING = new Set(['Enter', 'Tab', 'shift+Tab', 'mod+Enter'])

/** A cell while it is changed. Leaving it keeps what was typed. */
export function CellInput({ label, typed, onCommit, onGiveUp }: Props) {
  const [text, setText] = useState(typed)
  const input = useRef<HTMLTextAreaElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    const { current } = input
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const end = (key: string) => {
    if (isOver.current) return
    isOver.current = true
    if (key === 'Escape') onGiveUp()
    else onCommit(text, key)
  }
  return (
    <textarea
      ref={input}
      className={styles.input}
      aria-label={label}
      spellCheck={false}
      rows={Math.min(8, Math.max(1, text.split('\n').length))}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => end('blur')}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        const key = keyOf(event) ?? ''
        if (key !== 'Escape' && !ENDING.has(key)) return
        event.preventDefault()
        end(key)
      }}
    />
  )
}
