import { useState } from 'react'
import { readEffort, readSpan, TextInput } from '../../../../ui/index.ts'
import { lengthWords } from '../../model/length-words.ts'
import { textsSpan } from '../../texts-span.ts'

type Props = {
  readonly label: string
  readonly value: number | null
  /** A day has 24 hours instead of eight. */
  readonly isElapsed?: boolean
  readonly isLabelHidden?: boolean
  readonly className?: string | undefined
  readonly onChange: (minutes: number | null) => void
}

const AROUND_THE_CLOCK = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const // The units of a span.

/** A length of time, as people write it: `3d`, `4h`. Empty: none is said. */
export function SpanField({ label, value, isElapsed = false, isLabelHidden = false, ...props }: Props) {
  const [text, setText] = useState<string | null>(null)
  const read = (typed: string) => (isElapsed ? readSpan(typed, AROUND_THE_CLOCK) : readEffort(typed))
  const isWrong = text !== null && text.trim() !== '' && read(text) === undefined
  const settle = () => {
    if (text === null) return
    const minutes = text.trim() === '' ? null : read(text)
    if (minutes !== undefined && minutes !== value) props.onChange(minutes)
    if (!isWrong) setText(null)
  }
  return (
    <TextInput
      className={props.className ?? ''}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={textsSpan.hint}
      value={text ?? (value === null ? '' : lengthWords(value, isElapsed))}
      error={isWrong}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
