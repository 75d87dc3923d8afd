import type { PlanRowView, PlanView } from '@millrace/contract'
import type { LevelledPlans } from '@millrace/core/schedule'
import { PlainTable } from '../../../../ui/index.ts'
import { keptOf } from '../../model/level/kept-levelling.ts'
import { textsPool as words } from '../../texts-pool.ts'
import styles from './level-dialog.module.css'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly plans: LevelledPlans
}

/** Who does what instead of whom, of those who may; nothing where nobody changes. */
export function LevelChoices({ plan, rows, plans }: Props) {
  const { assignments } = keptOf(plan, rows, plans)
  if (assignments.length === 0) return null
  const rowOf = new Map(rows.map((row) => [row.itemId, row]))
  const nameOf = new Map(plan.resources.map(({ id, name }) => [id, name]))
  const before = new Map(plan.assignments.map((assignment) => [assignment.id, assignment]))
  const { column } = words
  return (
    <PlainTable label={words.choices} columns={[column.work, column.instead, column.chosen]}>
      {assignments.map(({ assignmentId: id, resourceId }) => {
        const row = rowOf.get(before.get(id)?.itemId ?? '')
        return (
          <tr key={id}>
            <td>
              {row?.wbs} {row?.title}
            </td>
            <td className={styles.why}>{nameOf.get(before.get(id)?.resourceId ?? '')}</td>
            <td>{nameOf.get(resourceId)}</td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
