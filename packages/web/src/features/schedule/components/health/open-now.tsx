import { openNow } from '@millrace/core/schedule'
import { textsOpenWork } from '../../texts-open-work.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import { RowName } from '../row-name.tsx'
import styles from './health.module.css'

type Props = Pick<PlanViewProps, 'plan' | 'rows'> & {
  /** What should have begun by now. */
  readonly now: number
}

const SHOWN_MAX = 10

/** Work for which it is time and nobody has been chosen yet: a hint, no check. Nothing where there is none. */
export function OpenNow({ plan, rows, now }: Props) {
  const current = plan.phases.filter(({ state }) => plan.hasRollingWave && state === 'current')
  const currentPhaseIds = new Set(current.map(({ id }) => id))
  const open = new Set(openNow({ rows, assignments: plan.assignments }, { currentPhaseIds, now }))
  if (open.size === 0) return null
  return (
    <>
      <h2 className={styles.heading}>{textsOpenWork.now(open.size)}</h2>
      <p className={styles.hint}>{textsOpenWork.nobodyYet}</p>
      <ul className={styles.open}>
        {rows
          .filter(({ itemId }) => open.has(itemId))
          .slice(0, SHOWN_MAX)
          .map((row) => (
            <li key={row.itemId}>
              <RowName row={row} />
            </li>
          ))}
        {open.size > SHOWN_MAX && <li>{textsOpenWork.more(open.size - SHOWN_MAX)}</li>}
      </ul>
    </>
  )
}
