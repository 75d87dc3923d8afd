import { textsWork as words } from '../../texts-work.ts'
import { DayMoment } from './day-moment.tsx'
import styles from './item-plan.module.css'
import { NumberField } from './number-field.tsx'
import type { PlanPartProps } from './plan-part.ts'
import { SpanField } from './span-field.tsx'

/** What has happened of it. */
export function PlanProgress({
  itemPlan: { plan, isMilestone },
  model: { change, canWrite },
}: PlanPartProps) {
  return (
    <fieldset className={styles.group} disabled={!canWrite}>
      <legend className={styles.name}>{words.progress}</legend>
      <div className={styles.fields}>
        <NumberField
          label={words.percent}
          value={plan.percentComplete}
          max={100}
          isRequired
          onChange={(percent) => change({ percentComplete: Math.round(percent ?? 0) })}
        />
        <DayMoment
          label={words.actualStart}
          at={plan.actualStartAt}
          edge="start"
          onChange={(actualStartAt) => change({ actualStartAt })}
        />
        <DayMoment
          label={words.actualFinish}
          at={plan.actualFinishAt}
          edge="end"
          onChange={(actualFinishAt) => change({ actualFinishAt })}
        />
        {!isMilestone && plan.actualStartAt !== null && plan.actualFinishAt === null && (
          <SpanField
            label={words.remaining}
            value={plan.remainingMin}
            isElapsed={plan.isElapsed}
            onChange={(remainingMin) => change({ remainingMin })}
          />
        )}
      </div>
    </fieldset>
  )
}
