import { AREAS_OF_INTEREST, type AreaOfInterest } from '@millrace/core/work'
import { type KeyboardEvent, useRef } from 'react'
import { useAreaLabels } from '../../hooks/use-area-labels.ts'
import { texts } from '../../texts.ts'
import styles from './editors.module.css'

type Props = { readonly value: AreaOfInterest; readonly onPick: (area: AreaOfInterest) => void }

const ROWS = [0, 1, 2] as const
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3 }

/** The nine areas of interest as the table they are: whose system, in which role. */
export function AreaPicker({ value, onPick }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const labels = useAreaLabels()
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    const buttons = [...(grid.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[at + step]?.focus()
    event.preventDefault()
  }
  return (
    <div
      ref={grid}
      role="radiogroup"
      aria-label={texts.field.area}
      className={styles.areas}
      onKeyDown={handleKeyDown}
    >
      <span />
      {labels.columns.map((column) => (
        <span key={column} className={styles.areaHead}>
          {column}
        </span>
      ))}
      {ROWS.map((row) => [
        <span key={`row${String(row)}`} className={styles.areaRow}>
          {labels.rows[row]}
        </span>,
        ...AREAS_OF_INTEREST.slice(row * 3, row * 3 + 3).map((area) => (
          <button
            key={area}
            type="button"
            role="radio"
            aria-checked={area === value}
            className={styles.area}
            data-autofocus={area === value || undefined}
            onClick={() => onPick(area)}
          >
            <span className={styles.areaNumber}>{area}</span>
            {texts.area[area]}
          </button>
        )),
      ])}
    </div>
  )
}
