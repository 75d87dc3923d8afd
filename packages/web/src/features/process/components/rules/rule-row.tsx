import { CircleAlert } from 'lucide-react'
import { memo } from 'react'
import type { GridColumn } from '../../model/rules/grid-table.ts'
import type { PlacedProblem } from '../../model/rules/looked-at.ts'
import { textsRuleGrid as texts } from '../../texts-rule-grid.ts'
import { CellInput } from './cell-input.tsx'
import styles from './rule-grid.module.css'

type Props = {
  readonly id: string
  readonly rule: number
  readonly cells: readonly string[]
  readonly columns: readonly GridColumn[]
  readonly problems: readonly PlacedProblem[] | undefined
  /** Chosen columns; none: -1. */
  readonly chosenFrom: number
  readonly chosenTo: number
  readonly focusColumn: number
  /** What was typed to begin with, of the cell that is being changed; null: none is. */
  readonly typed: string | null
  readonly mark: 'chosen' | 'matched' | null
  readonly top: number
  readonly onChoose: (rule: number, column: number, isExtending: boolean) => void
  readonly onEdit: (rule: number, column: number) => void
  readonly onCommit: (text: string, key: string) => void
  readonly onGiveUp: () => void
}

/** One rule of the table: its number, and a cell for each column. */
export const RuleRow = memo(function RuleRow(props: Props) {
  const { id, rule, cells, columns, problems, mark, top, focusColumn } = props
  return (
    <div
      role="row"
      aria-rowindex={rule + 2}
      className={styles.row}
      style={{ transform: `translateY(${String(top)}px)` }}
      data-mark={mark ?? undefined}
    >
      <div
        role="rowheader"
        className={styles.number}
        data-chosen={props.chosenFrom === 0 && props.chosenTo === columns.length - 1}
        onMouseDown={(event) => {
          event.preventDefault()
          props.onChoose(rule, -1, event.shiftKey)
        }}
      >
        {rule + 1}
        {mark !== null && (
          <span className={styles.mark} aria-hidden>
            {mark === 'chosen' ? '✓' : '·'}
          </span>
        )}
        {mark !== null && (
          <span className="visually-hidden">{mark === 'chosen' ? texts.matched : texts.gaveWay}</span>
        )}
      </div>
      {columns.map(({ kind, index }, column) => {
        const text = cells[column] ?? ''
        const problem = problems?.find((one) => one.column === column)
        const isEdited = props.typed !== null && column === focusColumn
        return (
          <div
            key={`${kind}${String(index)}`}
            id={`${id}-${String(rule)}-${String(column)}`}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={column >= props.chosenFrom && column <= props.chosenTo}
            aria-invalid={problem !== undefined}
            className={styles.cell}
            data-kind={kind}
            data-focus={column === focusColumn}
            title={text.length > 20 ? text : undefined}
            onMouseDown={(event) => {
              if (isEdited) return
              event.preventDefault()
              props.onChoose(rule, column, event.shiftKey)
            }}
            onDoubleClick={() => props.onEdit(rule, column)}
          >
            {isEdited ? (
              <CellInput
                label={texts.place(rule + 1, columns[column]?.title ?? '')}
                typed={props.typed ?? ''}
                onCommit={props.onCommit}
                onGiveUp={props.onGiveUp}
              />
            ) : (
              <span className={styles.text} data-any={text === '-'}>
                {text}
              </span>
            )}
            {problem !== undefined && !isEdited && (
              <span className={styles.fault}>
                <CircleAlert size={13} aria-label={texts.fault} />
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
})
