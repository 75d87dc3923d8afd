import type { LevelledPlans } from '@millrace/core/schedule'
import { PlainTable } from '../../../../ui/index.ts'
import { choicesOf } from '../../model/level/choices.ts'
import type { LevelPart } from '../../model/level/level-part.ts'
import { textsPool as words } from '../../texts-pool.ts'
import styles from './level-dialog.module.css'

type Props = {
  readonly part: LevelPart
  readonly parts: readonly LevelPart[]
  readonly plans: LevelledPlans
}

/** Who does what instead of whom, of those who may; nothing where nobody changes. */
export function LevelChoices({ part, parts, plans }: Props) {
  const { plan, rows } = part
  const choices = choicesOf(part, parts, plans.assignments)
  if (choices.length === 0) return null
  const rowOf = new Map(rows.map((row) => [row.itemId, row]))
  const nameOf = new Map(plan.resources.map(({ id, name }) => [id, name]))
  const before = new Map(plan.assignments.map((assignment) => [assignment.id, assignment]))
  const { column } = words
  return (
    <PlainTable label={words.choices} columns={[column.work, column.instead, column.chosen]}>
      {choices.map(({ assignmentId, resourceId }) => {
        const row = rowOf.get(before.get(assignmentId)?.itemId ?? '')
        return (
          <tr key={assignmentId}>
            <td>
              {row?.wbs} {row?.title}
            </td>
            <td className={styles.why}>{nameOf.get(before.get(assignmentId)?.resourceId ?? '')}</td>
            <td>{nameOf.get(resourceId)}</td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
