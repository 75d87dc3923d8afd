import { type FocusEvent, useState } from 'react'
import { TextInput } from '../../../../ui/index.ts'
import { textsPhases as words } from '../../texts-phases.ts'
import styles from './phases.module.css'

type Props = {
  readonly label: string
  readonly low: number | null
  readonly high: number | null
  readonly hint: string
  /** Undefined: it is not understood. */
  readonly read: (text: string) => number | undefined
  readonly write: (value: number) => string
  readonly onChange: (low: number | null, high: number | null) => void
}

type Draft = { readonly low: string; readonly high: string }

/** Two ends of a range, which are said together: when both fields have been left. */
export function RangePair({ label, low, high, hint, read, write, onChange }: Props) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const said = { low: low === null ? '' : write(low), high: high === null ? '' : write(high) }
  const shown = draft ?? said
  const problem = draft && problemIn(draft, read)
  const settle = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget) || draft === null || problem !== null) return
    const [nextLow, nextHigh] = [valueOf(draft.low, read), valueOf(draft.high, read)]
    if (draft.low !== said.low || draft.high !== said.high) onChange(nextLow ?? null, nextHigh ?? null)
    setDraft(null)
  }
  return (
    <div className={styles.pair} role="group" aria-label={label} onBlur={settle}>
      <span className={styles.pairName} aria-hidden>
        {label}
      </span>
      <span className={styles.ends}>
        {(['low', 'high'] as const).map((end) => (
          <TextInput
            key={end}
            size="xs"
            aria-label={end === 'low' ? words.lowOf(label) : words.highOf(label)}
            placeholder={hint}
            value={shown[end]}
            error={problem !== null}
            onChange={(event) => setDraft({ ...shown, [end]: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
          />
        ))}
      </span>
      {problem !== null && (
        <span className={styles.problem} role="status">
          {problem}
        </span>
      )}
    </div>
  )
}

function problemIn({ low, high }: Draft, read: Props['read']): string | null {
  const values = [valueOf(low, read), valueOf(high, read)]
  if (values.includes(undefined)) return words.wrong
  return values.filter((value) => value === null).length === 1 ? words.bothEnds : null
}

/** Null: nothing is said. */
function valueOf(text: string, read: Props['read']): number | null | undefined {
  return text.trim() === '' ? null : read(text)
}
