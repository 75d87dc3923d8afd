import { CircleAlert } from 'lucide-react'
import { sayDecisionProblem } from '../../../../platform/decision-words.ts'
import type { GridColumn } from '../../model/rules/grid-table.ts'
import type { PlacedProblem } from '../../model/rules/looked-at.ts'
import { typeWord } from '../../model/rules/type-words.ts'
import { textsRuleGrid as texts } from '../../texts-rule-grid.ts'
import styles from './rule-grid.module.css'

type Props = {
  readonly id: string
  readonly columns: readonly GridColumn[]
  /** Those of columns. */
  readonly problems: readonly PlacedProblem[]
  readonly focusColumn: number
  readonly onChoose: (column: number) => void
  readonly onOpen: (column: number) => void
}

/** The heads of the columns: what each asks or gives, and of which kind. */
export function RuleHead({ id, columns, problems, focusColumn, onChoose, onOpen }: Props) {
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      <div role="columnheader" className={styles.corner}>
        <span className="visually-hidden">{texts.number}</span>
      </div>
      {columns.map(({ kind, index, title, expression, typeRef }, column) => {
        const problem = problems.find((one) => one.column === column)
        const asks = expression !== '' && expression !== title ? expression : null
        return (
          <div
            key={`${kind}${String(index)}`}
            id={`${id}--1-${String(column)}`}
            role="columnheader"
            aria-colindex={column + 2}
            aria-invalid={problem !== undefined}
            className={styles.columnHead}
            data-kind={kind}
            data-first={index === 0}
            data-focus={column === focusColumn}
            title={problem === undefined ? undefined : sayDecisionProblem(problem)}
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(column)
            }}
            onDoubleClick={() => onOpen(column)}
          >
            <span className={styles.kind}>{texts.kind[kind]}</span>
            <span className={styles.title}>
              {title}
              {problem !== undefined && <CircleAlert size={13} aria-label={texts.fault} />}
            </span>
            <span className={styles.type}>
              {asks !== null && <code>{asks}</code>}
              {kind !== 'annotation' && typeWord(typeRef)}
            </span>
          </div>
        )
      })}
    </div>
  )
}
