import type { DecisionView } from '@millrace/contract'
import type { Decision } from '@millrace/core/decision'
import { type EditedTable, editTable } from '@millrace/formats/dmn'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { DecisionDraft } from '../../hooks/use-decision-draft.ts'
import { useTableHistory } from '../../hooks/use-table-history.ts'
import { editedOf } from '../../model/rules/edited-of.ts'
import { chooseCell } from '../../model/rules/grid-choice.ts'
import { sizeOf } from '../../model/rules/grid-keys.ts'
import { changeColumn, columnsOf, emptyRule, insertRules } from '../../model/rules/grid-table.ts'
import { analysisOf, decisionOf, lookAt, problemsOf, tableOf } from '../../model/rules/looked-at.ts'
import type { TriedRules } from '../../model/rules/try-decision.ts'
import { CheckPanel, findingsOf } from './check-panel.tsx'
import { ColumnDialog } from './column-dialog.tsx'
import { RuleGrid } from './rule-grid.tsx'
import { RuleTools } from './rule-tools.tsx'
import styles from './rules.module.css'
import { SidePanel } from './side-panel.tsx'
import { useRuleGrid } from './use-rule-grid.ts'

type Props = {
  readonly view: DecisionView
  readonly decision: Decision
  readonly first: EditedTable
  readonly draft: DecisionDraft
  readonly isManager: boolean
}

/** A decision table with what stands beside it. It is changed within the file as it was opened. */
export function TableEditor({ view, decision, first, draft, isManager }: Props) {
  const key = decision.id
  const [base] = useState(draft.dmn)
  const { change: changeDraft } = draft
  const handleTable = useCallback(
    (table: EditedTable) => {
      const edited = editTable(base, key, table)
      if (edited.ok) changeDraft(edited.value)
    },
    [base, key, changeDraft],
  )
  const history = useTableHistory(first, handleTable)
  const [column, setColumn] = useState<number | null>(null)
  const openColumn = (at: number) => setColumn(isManager ? at : null)
  const grid = useRuleGrid(history, { isReadOnly: !isManager, onColumn: openColumn })
  const [marks, setMarks] = useState<TriedRules>(null)
  const { table } = history
  const columns = useMemo(() => columnsOf(table), [table])
  const dmn = useDeferredValue(draft.dmn)
  const seen = useMemo(() => lookedAt(dmn, key), [dmn, key])
  const chosen = column === null ? undefined : columns[column]
  const addRule = (tests: readonly string[]) => {
    const rule = { ...emptyRule(table), inputs: tests }
    const next = insertRules(table, table.rules.length, [rule])
    const place = { rule: next.rules.length - 1, column: table.inputs.length }
    grid.apply({ table: next, choice: chooseCell(place, sizeOf(next)) })
    grid.focusGrid()
  }
  const found = seen === null ? null : findingsOf(seen.table, seen.analysis)
  const open = found === null ? 0 : found.gaps.length + found.overlaps.length + found.masked.length
  return (
    <div className={styles.editor}>
      <div className={styles.main}>
        {isManager && <RuleTools history={history} grid={grid} onColumn={openColumn} />}
        <RuleGrid
          name={decision.name}
          of={grid}
          problems={seen?.problems ?? []}
          marks={marks}
          isReadOnly={!isManager}
          onColumn={openColumn}
        />
      </div>
      {seen !== null && (
        <SidePanel
          view={view}
          looked={seen.looked}
          decision={seen.decision}
          findings={open + seen.problems.length}
          isManager={isManager}
          onMarks={setMarks}
          check={
            <CheckPanel
              table={seen.table}
              columns={columns}
              problems={seen.problems}
              analysis={seen.analysis}
              onShow={(place) => {
                grid.apply({ table, choice: chooseCell(place, sizeOf(table)) })
                grid.focusGrid()
              }}
              onAddRule={isManager ? addRule : null}
            />
          }
        />
      )}
      {chosen !== undefined && (
        <ColumnDialog
          column={chosen}
          onChange={(patch) => history.change(changeColumn(table, chosen, patch))}
          onClose={() => {
            setColumn(null)
            grid.focusGrid()
          }}
        />
      )}
    </div>
  )
}

/** The table as it is decided, with what is wrong and what is open. */
function lookedAt(dmn: string, key: string) {
  const looked = lookAt(dmn)
  const decision = looked && decisionOf(looked, key)
  const table = tableOf(decision)
  if (looked === null || decision === null || table === null) return null
  return {
    ...{ looked, decision, table },
    problems: problemsOf(looked, decision),
    analysis: analysisOf(looked, table),
  }
}

/** A table as an editor begins with it; null when the decision is none. */
export function firstTable(decision: Decision): EditedTable | null {
  const table = tableOf(decision)
  return table === null ? null : editedOf(table)
}
