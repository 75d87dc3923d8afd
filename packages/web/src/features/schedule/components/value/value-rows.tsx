import type { EarnedValueView, EarningRuleName } from '@millrace/contract'
import { useCommands } from '../../../../platform/store/index.ts'
import { Select } from '../../../../ui/index.ts'
import type { AmountWords } from '../../model/amount-words.ts'
import { indexWords } from '../../model/index-words.ts'
import { textsValue } from '../../texts-value.ts'
import { type PlanColumn, PlanTable } from '../plan-table.tsx'
import { RowName } from '../row-name.tsx'
import styles from './value.module.css'

type Row = EarnedValueView['rows'][number]
type Props = {
  readonly rows: readonly Row[]
  readonly containerId: string
  readonly canWrite: boolean
  readonly say: AmountWords
}

const ROW_PX = 32
const TABLE_PX = 520
const RULES: readonly EarningRuleName[] = ['percent', '0-100', '50-50', 'milestones', 'effort']

/** Item by item: what it was to earn, what it earned and cost, and how it earns. */
export function ValueRows({ rows, containerId, canWrite, say }: Props) {
  const { run } = useCommands()
  const { column } = textsValue
  const setRule = (row: Row, rule: EarningRuleName) =>
    void run('schedule.setEarningRule', { containerId, itemId: row.itemId, rule })
  const number = (id: string, name: string, cell: (row: Row) => string): PlanColumn<Row> => {
    return { id, name, width: '112px', align: 'end', cell }
  }
  const columns: readonly PlanColumn<Row>[] = [
    { id: 'item', name: column.item, width: 'minmax(200px, 1fr)', cell: (row) => <RowName row={row} /> },
    {
      id: 'rule',
      name: column.rule,
      width: '152px',
      cell: (row) => <Rule row={row} canWrite={canWrite} onRule={(rule) => setRule(row, rule)} />,
    },
    number('budget', column.budget, (row) => say(row.budgetAtCompletion)),
    number('planned', column.planned, (row) => say(row.plannedValue)),
    number('earned', column.earned, (row) => say(row.earnedValue)),
    number('actual', column.actual, (row) => say(row.actualCost)),
    number('cpi', column.cpi, (row) => indexWords(row.costPerformanceIndex)),
    number('spi', column.spi, (row) => indexWords(row.schedulePerformanceIndex)),
  ]
  return (
    <section>
      <h2 className={styles.heading}>{textsValue.rows}</h2>
      <div className={styles.table} style={{ blockSize: Math.min(TABLE_PX, (rows.length + 1) * ROW_PX + 8) }}>
        <PlanTable label={textsValue.rows} columns={columns} rows={rows} keyOf={(row) => row.itemId} />
      </div>
    </section>
  )
}

type RuleProps = {
  readonly row: Row
  readonly canWrite: boolean
  readonly onRule: (rule: EarningRuleName) => void
}

/** A summary earns what lies below it, unless it was said to earn by its milestones. */
function Rule({ row, canWrite, onRule }: RuleProps) {
  if (row.isSummary && row.rule === 'percent') return null
  if (!canWrite) return <>{textsValue.rule[row.rule]}</>
  return (
    <Select
      size="xs"
      aria-label={textsValue.ruleOf(row.title)}
      allowDeselect={false}
      data={RULES.map((value) => ({ value, label: textsValue.rule[value] }))}
      value={row.rule}
      onChange={(value) => {
        const rule = RULES.find((known) => known === value)
        if (rule) onRule(rule)
      }}
    />
  )
}
