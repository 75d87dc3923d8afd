import type { EarnedValueView } from '@millrace/contract'
import { callOf } from '../../../../platform/store/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import type { AmountWords } from '../../model/amount-words.ts'
import { indexWords } from '../../model/index-words.ts'
import { textsEarning } from '../../texts-earning.ts'
import { textsValue } from '../../texts-value.ts'
import { type PlanColumn, PlanTable } from '../plan-table.tsx'
import { RowName } from '../row-name.tsx'
import { EarningMeasure, EarningRest, EarningRule } from './earning-fields.tsx'
import type { EarningPatch, EarningRow } from './earning-row.ts'
import styles from './value.module.css'

type Props = {
  readonly value: EarnedValueView
  readonly containerId: string
  readonly canWrite: boolean
  readonly say: AmountWords
}

const ROW_PX = 32
const TABLE_PX = 520

/** Item by item: what it was to earn, what it earned and cost, how it earns, and what its rest takes. */
export function ValueRows({ value, containerId, canWrite, say }: Props) {
  const { write, closed } = usePlanDoor(containerId)
  const { rows } = value
  const { column } = textsValue
  const change = (row: EarningRow, patch: EarningPatch) => {
    const names = Object.keys(patch) as (keyof EarningPatch)[] // Its own keys.
    const before = Object.fromEntries(names.map((name) => [name, row[name]]))
    const item = { containerId, itemId: row.itemId }
    void write([callOf('schedule.changeEarning', { ...item, patch })], {
      undoLabel: textsEarning.changed(row.title),
      back: [callOf('schedule.changeEarning', { ...item, patch: before })],
    })
  }
  const fields = (row: EarningRow) => {
    const onChange = (patch: EarningPatch) => change(row, patch)
    return { row, unit: value.unit, canWrite: canWrite && closed === null, onChange }
  }
  const number = (id: string, name: string, cell: (row: EarningRow) => string): PlanColumn<EarningRow> => {
    return { id, name, width: '104px', align: 'end', cell }
  }
  const columns: readonly PlanColumn<EarningRow>[] = [
    { id: 'item', name: column.item, width: 'minmax(200px, 1fr)', cell: (row) => <RowName row={row} /> },
    { id: 'rule', name: column.rule, width: '148px', cell: (row) => <EarningRule {...fields(row)} /> },
    {
      ...{ id: 'measure', name: textsEarning.measure, width: '148px' },
      cell: (row) => <EarningMeasure {...fields(row)} />,
    },
    number('budget', column.budget, (row) => say(row.budgetAtCompletion)),
    number('planned', column.planned, (row) => say(row.plannedValue)),
    number('earned', column.earned, (row) => say(row.earnedValue)),
    number('actual', column.actual, (row) => say(row.actualCost)),
    number('cpi', column.cpi, (row) => indexWords(row.costPerformanceIndex)),
    number('spi', column.spi, (row) => indexWords(row.schedulePerformanceIndex)),
    {
      ...{ id: 'rest', name: textsEarning.rest, width: '116px', align: 'end' },
      cell: (row) => <EarningRest {...fields(row)} />,
    },
  ]
  return (
    <section>
      <h2 className={styles.heading}>{textsValue.rows}</h2>
      <div className={styles.table} style={{ blockSize: Math.min(TABLE_PX, (rows.length + 1) * ROW_PX + 8) }}>
        <PlanTable label={textsValue.rows} columns={columns} rows={rows} keyOf={(row) => row.itemId} />
      </div>
      <p className={styles.hint}>{textsEarning.hint}</p>
    </section>
  )
}
