import type { DecisionTable, TableAnalysis, TableRegion } from '@millrace/core/decision'
import { CircleCheck } from 'lucide-react'
import { sayDecisionProblem } from '../../../../platform/decision-words.ts'
import { Button } from '../../../../ui/index.ts'
import type { CellPlace, GridColumn } from '../../model/rules/grid-table.ts'
import type { PlacedProblem } from '../../model/rules/looked-at.ts'
import { textsRuleGrid } from '../../texts-rule-grid.ts'
import { textsRulePanel as texts } from '../../texts-rule-panel.ts'
import styles from './rules.module.css'

type Props = {
  readonly table: DecisionTable
  readonly columns: readonly GridColumn[]
  readonly problems: readonly PlacedProblem[]
  readonly analysis: TableAnalysis
  readonly onShow: (place: CellPlace) => void
  /** Null: the rules may only be read. */
  readonly onAddRule: ((tests: readonly string[]) => void) | null
}

/** Whether a table leaves something to look at. */
export function findingsOf(table: DecisionTable, analysis: TableAnalysis) {
  const isDefault =
    table.outputs.length > 0 && table.outputs.every(({ defaultValue }) => defaultValue !== null)
  const isSingle = table.hitPolicy === 'UNIQUE' || table.hitPolicy === 'ANY'
  return {
    gaps: isDefault ? [] : analysis.gaps,
    overlaps: isSingle ? analysis.overlaps : [],
    masked: analysis.masked,
  }
}

/** What is wrong with a table, what it leaves open, and what it says twice; with what to do about it. */
export function CheckPanel({ table, columns, problems, analysis, onShow, onAddRule }: Props) {
  const { gaps, overlaps, masked } = findingsOf(table, analysis)
  const isFine = problems.length + gaps.length + overlaps.length + masked.length === 0
  return (
    <div className={styles.panelBody}>
      {isFine && (
        <p className={styles.fine}>
          <CircleCheck size={15} aria-hidden /> {texts.fine}
        </p>
      )}
      {problems.length > 0 && (
        <section>
          <h4>{texts.wrong}</h4>
          <ul className={styles.findings}>
            {problems.map((problem) => (
              <li key={`${problem.element} ${problem.code} ${String(problem.at)}`}>
                <button
                  type="button"
                  className={styles.finding}
                  onClick={() => onShow({ rule: problem.rule ?? -1, column: problem.column ?? 0 })}
                >
                  <b>{placeOf(problem, columns)}</b>
                  <span>
                    {problem.at === null
                      ? sayDecisionProblem(problem)
                      : textsRuleGrid.faultAt(problem.at + 1, sayDecisionProblem(problem))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gaps.length > 0 && (
        <section>
          <h4>{texts.gaps}</h4>
          <p className={styles.soft}>{texts.gapsHint}</p>
          <ul className={styles.findings}>
            {gaps.map((gap) => (
              <li key={gap.tests.join(' ')}>
                <span>{regionOf(gap, columns)}</span>
                {onAddRule !== null && (
                  <Button size="compact-xs" variant="default" onClick={() => onAddRule(gap.tests)}>
                    {texts.addGap}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {overlaps.length > 0 && (
        <section>
          <h4>{texts.overlaps}</h4>
          <p className={styles.soft}>{table.hitPolicy === 'ANY' ? texts.mustAgree : texts.onlyOne}</p>
          <ul className={styles.findings}>
            {overlaps.map(({ rules: [first, second], region }) => (
              <li key={`${String(first)} ${String(second)}`}>
                <button
                  type="button"
                  className={styles.finding}
                  onClick={() => onShow({ rule: second, column: 0 })}
                >
                  <b>{texts.overlap(first + 1, second + 1)}</b>
                  <span>{regionOf(region, columns)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {masked.length > 0 && (
        <section>
          <h4>{texts.masked}</h4>
          <ul className={styles.findings}>
            {masked.map((rule) => (
              <li key={rule}>
                <button type="button" className={styles.finding} onClick={() => onShow({ rule, column: 0 })}>
                  {texts.maskedRule(rule + 1)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {analysis.undecided.length > 0 && (
        <p className={styles.soft}>{texts.undecided(analysis.undecided.length)}</p>
      )}
      {!analysis.isComplete && <p className={styles.soft}>{texts.incomplete}</p>}
    </div>
  )
}

function placeOf({ rule, column }: PlacedProblem, columns: readonly GridColumn[]): string {
  const title = column === null ? undefined : columns[column]?.title
  if (rule === null) return title === undefined ? texts.whole : texts.column(title)
  return textsRuleGrid.place(rule + 1, title ?? '')
}

/** The tests of a region that say something, by the names of their columns. */
function regionOf({ tests }: TableRegion, columns: readonly GridColumn[]): string {
  const said = tests.flatMap((test, column) =>
    test === '-' ? [] : [texts.where(columns[column]?.title ?? '', test)],
  )
  return said.length === 0 ? texts.anything : said.join(', ')
}
