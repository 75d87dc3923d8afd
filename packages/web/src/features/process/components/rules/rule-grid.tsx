import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useId, useMemo, useRef } from 'react'
import { sayDecisionProblem } from '../../../../platform/decision-words.ts'
import { useOverscan } from '../../../../ui/index.ts'
import { columnsIn, rulesIn } from '../../model/rules/grid-choice.ts'
import { cellsOf, columnsOf } from '../../model/rules/grid-table.ts'
import type { PlacedProblem } from '../../model/rules/looked-at.ts'
import { textsRuleGrid as texts } from '../../texts-rule-grid.ts'
import { gridClipboard } from './grid-clipboard.ts'
import styles from './rule-grid.module.css'
import { RuleHead } from './rule-head.tsx'
import { RuleRow } from './rule-row.tsx'
import type { RuleGrid as Grid } from './use-rule-grid.ts'

/** Which rules a try or an entry of the log went through. */
export type RuleMarks = { readonly matched: readonly number[]; readonly chosen: readonly number[] }

type Props = {
  readonly name: string
  readonly of: Grid
  readonly problems: readonly PlacedProblem[]
  readonly marks: RuleMarks | null
  readonly isReadOnly: boolean
  readonly onColumn: (column: number) => void
}

const ROW_PX = 30

/** The rules of a decision as a spreadsheet: only the rows in sight are drawn. */
export function RuleGrid({ name, of, problems, marks, isReadOnly, onColumn }: Props) {
  const { table, choice } = of.state
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => columnsOf(table), [table])
  const byRule = useMemo(() => Map.groupBy(problems, ({ rule }) => rule ?? -1), [problems])
  const { focus } = choice
  const virtual = useVirtualizer({
    count: table.rules.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useOverscan(8),
    scrollPaddingStart: 56,
  })
  useEffect(() => {
    if (focus.rule >= 0) virtual.scrollToIndex(focus.rule)
  }, [virtual, focus.rule])
  const [chosenRules, chosenColumns] = [rulesIn(choice), columnsIn(choice)]
  const clipboard = gridClipboard(of.state, of.apply)
  const shape = columns
    .map(({ kind }) => (kind === 'annotation' ? 'minmax(180px, 1.6fr)' : 'minmax(132px, 1fr)'))
    .join(' ')
  const lengths = `${String(44 + columns.length * 132)}px`
  const title = columns[focus.column]?.title ?? ''
  const problem = byRule.get(focus.rule)?.find((one) => one.column === focus.column)
  return (
    <>
      <div ref={scroller} className={styles.scroller}>
        {/* The grid itself has the focus, so that it stays where it is while rows come and go. */}
        <div
          ref={of.grid}
          role="grid"
          tabIndex={0}
          className={styles.grid}
          style={{ '--columns': `44px ${shape}`, '--length': lengths } as CSSProperties /* Own properties. */}
          aria-label={texts.table(name)}
          aria-describedby={`${id}-hint`}
          aria-rowcount={table.rules.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          aria-readonly={isReadOnly}
          aria-activedescendant={`${id}-${String(focus.rule)}-${String(focus.column)}`}
          {...(isReadOnly ? {} : clipboard)}
          onKeyDown={of.onKeyDown}
        >
          <RuleHead
            id={id}
            columns={columns}
            problems={byRule.get(-1) ?? []}
            focusColumn={focus.rule < 0 ? focus.column : -1}
            onChoose={(column) => of.choose(-1, column, false)}
            onOpen={onColumn}
          />
          <div role="presentation" style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const rule = table.rules[index]
              const isChosen = index >= chosenRules.from && index <= chosenRules.to
              if (rule === undefined) return null
              return (
                <RuleRow
                  key={index}
                  id={id}
                  rule={index}
                  cells={cellsOf(table, rule)}
                  columns={columns}
                  problems={byRule.get(index)}
                  chosenFrom={isChosen ? chosenColumns.from : -1}
                  chosenTo={isChosen ? chosenColumns.to : -1}
                  focusColumn={index === focus.rule ? focus.column : -1}
                  typed={index === focus.rule ? of.typed : null}
                  mark={markOf(marks, index)}
                  top={start}
                  onChoose={of.choose}
                  onEdit={() => of.edit(null)}
                  onCommit={of.commit}
                  onGiveUp={of.giveUp}
                />
              )
            })}
          </div>
        </div>
        {table.rules.length === 0 && <p className={styles.none}>{texts.empty}</p>}
      </div>
      <p className={styles.status} aria-live="polite">
        {problem === undefined ? (
          <span id={`${id}-hint`}>{texts.hint}</span>
        ) : (
          <span className={styles.statusFault}>
            {texts.placed(
              texts.place(focus.rule + 1, title),
              texts.faultAt((problem.at ?? 0) + 1, sayDecisionProblem(problem)),
            )}
          </span>
        )}
      </p>
    </>
  )
}

function markOf(marks: RuleMarks | null, rule: number): 'chosen' | 'matched' | null {
  if (marks?.chosen.includes(rule)) return 'chosen'
  return marks?.matched.includes(rule) ? 'matched' : null
}
