import type { LevelledPlans } from '@millrace/core/schedule'
import { PlainTable } from '../../../../ui/index.ts'
import { choicesOf } from '../../model/level/choices.ts'
import type { LevelPart } from '../../model/level/level-part.ts'
import { openSkill } from '../../model/open-skill.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import { textsPool as words } from '../../texts-pool.ts'
import styles from './level-dialog.module.css'

type Props = {
  readonly part: LevelPart
  readonly parts: readonly LevelPart[]
  readonly plans: LevelledPlans
}

/** Who does what instead of whom, of those who may, and why; nothing where nobody changes. */
export function LevelChoices({ part, parts, plans }: Props) {
  const { plan, rows } = part
  const choices = choicesOf(part, parts, plans.assignments)
  if (choices.length === 0) return null
  const rowOf = new Map(rows.map((row) => [row.itemId, row]))
  const nameOf = new Map(plan.resources.map(({ id, name }) => [id, name]))
  const before = new Map(plan.assignments.map((assignment) => [assignment.id, assignment]))
  const found = new Map(plans.assignments.map((assignment) => [assignment.id, assignment]))
  const { column } = words
  return (
    <PlainTable
      label={words.choices}
      columns={[column.work, column.instead, column.chosen, textsOpenWork.why]}
    >
      {choices.map(({ assignmentId, resourceId }) => {
        const assignment = before.get(assignmentId)
        const row = rowOf.get(assignment?.itemId ?? '')
        const skill = assignment ? openSkill(assignment) : null
        return (
          <tr key={assignmentId}>
            <td>
              {row?.wbs} {row?.title}
            </td>
            <td className={styles.why}>
              {skill === null ? nameOf.get(assignment?.resourceId ?? '') : textsOpenWork.anybody(skill)}
            </td>
            <td>{nameOf.get(resourceId ?? '')}</td>
            <td className={styles.why}>{whyOf(found.get(assignmentId))}</td>
          </tr>
        )
      })}
    </PlainTable>
  )
}

function whyOf(chosen: LevelledPlans['assignments'][number] | undefined): string {
  if (chosen === undefined || chosen.others === 0) return textsOpenWork.because.only
  const { others, othersFree } = chosen
  return othersFree === 0
    ? textsOpenWork.because.busy(others)
    : textsOpenWork.because.free(othersFree, others)
}
