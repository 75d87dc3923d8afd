import type { LevelledPlans } from '@millrace/core/schedule'
import { formatDay, formatUnit } from '../../../../ui/index.ts'
import type { LevelPart } from '../../model/level/level-part.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsShared } from '../../texts-shared.ts'
import styles from './level-dialog.module.css'

type Props = { readonly plans: LevelledPlans; readonly parts: readonly LevelPart[] }

/** What a levelling could not do: work that never fits or that nobody is left for, and people asked for too much. */
export function LevelWarnings({ plans, parts }: Props) {
  const open = openTitles(plans, parts)
  const names = new Map(parts.flatMap(({ pool }) => pool.resources.map(({ id, name }) => [id, name])))
  return (
    <>
      {plans.unfitCount > 0 && <p className={styles.warning}>{textsLevel.unfit(plans.unfitCount)}</p>}
      {open.length > 0 && <p className={styles.warning}>{textsShared.open(open.join(', '))}</p>}
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

/** Items with a part that nobody does. */
function openTitles({ assignments }: LevelledPlans, parts: readonly LevelPart[]): readonly string[] {
  const open = new Set(assignments.filter(({ resourceId }) => resourceId === null).map(({ id }) => id))
  const items = new Set(
    parts.flatMap(({ pool }) =>
      pool.pooled.assignments.filter(({ id }) => open.has(id)).map((each) => each.itemId),
    ),
  )
  return parts.flatMap(({ rows }) => rows.filter(({ itemId }) => items.has(itemId)).map(({ title }) => title))
}
