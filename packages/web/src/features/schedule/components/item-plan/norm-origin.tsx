import { Button, formatEffort } from '../../../../ui/index.ts'
import { textsNorm as words } from '../../texts-norm.ts'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'

/** Where the norm of an item comes from, and the way back to that of its type. */
export function NormOrigin({ itemPlan: { plan, usualNorm }, model: { change, canWrite } }: PlanPartProps) {
  if (usualNorm === null) return null
  const { normMin, unit, of } = usualNorm
  const said = unit === '' ? formatEffort(normMin) : words.perUnit(formatEffort(normMin), unit)
  if (plan.normMin === normMin) return <p className={styles.hint}>{words.isUsual(of, said)}</p>
  if (plan.normMin === null) return <p className={styles.hint}>{words.willTake(of, said)}</p>
  return (
    <p className={styles.hint}>
      {words.isOwn(of, said)}{' '}
      {canWrite && (
        <Button size="compact-xs" variant="subtle" onClick={() => change({ normMin })}>
          {words.takeUsual}
        </Button>
      )}
    </p>
  )
}
