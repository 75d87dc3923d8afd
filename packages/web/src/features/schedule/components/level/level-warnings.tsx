import type { LevelledPlans } from '@millrace/core/schedule'
import { formatDay, formatUnit } from '../../../../ui/index.ts'
import type { LevelPart } from '../../model/level/level-part.ts'
import { missingSkills, openSkill } from '../../model/open-skill.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import { textsShared } from '../../texts-shared.ts'
import styles from './level-dialog.module.css'

type Props = { readonly plans: LevelledPlans; readonly parts: readonly LevelPart[] }

/** What a levelling could not do: work that never fits or that nobody is left for, and people asked for too much. */
export function LevelWarnings({ plans, parts }: Props) {
  const open = openWork(plans, parts)
  const names = new Map(parts.flatMap(({ pool }) => pool.resources.map(({ id, name }) => [id, name])))
  return (
    <>
      {plans.unfitCount > 0 && <p className={styles.warning}>{textsLevel.unfit(plans.unfitCount)}</p>}
      {open.map(({ skill, titles }) => (
        <p key={skill} className={styles.warning}>
          {skill === '' ? textsShared.open(titles) : textsOpenWork.nobodyHas(skill, titles)}
        </p>
      ))}
      {plans.strain.length > 0 && (
        <div className={styles.warning}>
          <p>{textsShared.strain.title}</p>
          <ul>
            {plans.strain.map(({ resourceId, kind, on, foundMin }) => (
              <li key={`${resourceId} ${kind}`}>
                {textsShared.strain[kind](
                  names.get(resourceId) ?? '',
                  formatUnit(foundMin / 60, 'hours'),
                  formatDay(on),
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** Items with a part that nobody does, by the skill that nobody has; without one where all who can do other parts. */
function openWork({ assignments }: LevelledPlans, parts: readonly LevelPart[]) {
  const open = new Set(assignments.filter(({ resourceId }) => resourceId === null).map(({ id }) => id))
  const found = parts.flatMap(({ plan, rows }) => {
    const titleOf = new Map(rows.map(({ itemId, title }) => [itemId, title]))
    const missing = new Set(missingSkills(plan))
    return plan.assignments
      .filter(({ id }) => open.has(id))
      .map((assignment) => {
        const skill = openSkill(assignment) ?? ''
        return { skill: missing.has(skill) ? skill : '', title: titleOf.get(assignment.itemId) ?? '' }
      })
  })
  return [...Map.groupBy(found, ({ skill }) => skill)].map(([skill, own]) => ({
    skill,
    titles: [...new Set(own.map(({ title }) => title))].join(', '),
  }))
}
