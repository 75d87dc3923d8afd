import { callOf, useItem } from '../../../../platform/store/index.ts'
import { textsPhases as words } from '../../texts-phases.ts'
import { RangeFields } from '../phases/range-fields.tsx'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'

/** Within which ranges a package of a later phase lasts, needs people and costs. */
export function PlanPackage({ itemPlan, model }: PlanPartProps) {
  const { phaseName, isLater, ...ranges } = itemPlan.package
  const itemId = itemPlan.plan.id
  const title = useItem(itemId)?.title ?? ''
  const isSaid = Object.values(ranges).some((end) => end !== null)
  if (!isLater && !isSaid) return null
  const call = (said: typeof ranges) => callOf('schedule.setPackage', { itemId, ...said })
  return (
    <fieldset className={styles.group} disabled={!model.canWrite || model.scenario !== null}>
      <legend className={styles.name}>
        {isLater && phaseName !== null ? words.package(phaseName) : words.packageRanges}
      </legend>
      {isLater && <p className={styles.hint}>{words.packageHint}</p>}
      <RangeFields
        ranges={ranges}
        onChange={(patch) => model.act([call({ ...ranges, ...patch })], words.ranged(title), [call(ranges)])}
      />
    </fieldset>
  )
}
