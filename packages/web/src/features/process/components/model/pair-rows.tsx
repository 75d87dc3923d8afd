import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { describeTexts as texts } from '../../texts-describe.ts'
import styles from './describe.module.css'
import { FeelField } from './feel-field.tsx'

/** A row of two texts that belong together. */
export type Pair = readonly [first: string, second: string]

type Props = {
  readonly label: string
  readonly rows: readonly Pair[]
  readonly names: Pair
  readonly hints: Pair
  /** Whether a text is FEEL, by its place in the row. */
  readonly areFeel: readonly [(text: string) => boolean, (text: string) => boolean]
  readonly onChange: (rows: readonly Pair[]) => void
}

/** Rows of two texts. A new one counts as soon as something is written in it, one without anything is gone. */
export function PairRows({ label, rows, names, hints, areFeel, onChange }: Props) {
  const [isAdding, setAdding] = useState(false)
  const shown = isAdding ? [...rows, ['', ''] as const] : rows
  const write = (at: number, place: 0 | 1, text: string) => {
    const row: Pair = place === 0 ? [text, shown[at]?.[1] ?? ''] : [shown[at]?.[0] ?? '', text]
    if (at === rows.length) setAdding(false)
    onChange(shown.map((each, index) => (index === at ? row : each)).filter(isSaid))
  }
  return (
    <div className={styles.rows} role="group" aria-label={label}>
      <span className={styles.rowsLabel}>{label}</span>
      {[...shown.entries()].map(([at, row]) => (
        <div key={at} className={styles.row}>
          {([0, 1] as const).map((place) => (
            <FeelField
              key={names[place]}
              {...{ label: names[place], hint: hints[place], value: row[place] }}
              isExpression={areFeel[place]}
              onSave={(text) => write(at, place, text)}
            />
          ))}
          <button
            type="button"
            className={styles.remove}
            aria-label={texts.removeRow(row[0] || String(at + 1))}
            onClick={() => {
              if (at === rows.length) setAdding(false)
              else onChange(rows.filter((_row, index) => index !== at))
            }}
          >
            <X size={13} aria-hidden />
          </button>
        </div>
      ))}
      {!isAdding && (
        <button type="button" className={styles.add} onClick={() => setAdding(true)}>
          <Plus size={13} aria-hidden /> {texts.addRow(label)}
        </button>
      )}
    </div>
  )
}

function isSaid([first, second]: Pair): boolean {
  return first !== '' || second !== ''
}
