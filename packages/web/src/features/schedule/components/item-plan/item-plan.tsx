import type { ItemPlanView } from '@millrace/contract'
import { dayOf } from '../../../../platform/time-zone.ts'
import { ErrorState, formatDay, formatEffort, Skeleton, useTimeZone } from '../../../../ui/index.ts'
import { useItemPlan } from '../../hooks/use-item-plan.ts'
import { moreSlackWords } from '../../model/float-words.ts'
import { levelledWords } from '../../model/reason-words.ts'
import { floatWords } from '../../model/row-facts.ts'
import { textsFloats } from '../../texts-floats.ts'
import { textsWork as words } from '../../texts-work.ts'
import { ScenarioInPanel } from '../scenario/scenario-in-panel.tsx'
import styles from './item-plan.module.css'
import { PlanLinks } from './plan-links.tsx'
import { PlanPackage } from './plan-package.tsx'
import { PlanPeople } from './plan-people.tsx'
import { PlanProgress } from './plan-progress.tsx'
import { PlanSplits } from './plan-splits.tsx'
import { PlanTime } from './plan-time.tsx'
import { PlanWork } from './plan-work.tsx'

type Props = { readonly itemId: string }

/** What the plan of its project says about an item: its time, who does it, and what it waits for. */
export function ItemPlan({ itemId }: Props) {
  const model = useItemPlan(itemId)
  const { itemPlan, error, retry } = model
  if (itemPlan === undefined) {
    if (error) return <ErrorState title={words.failed} error={error} onRetry={retry} />
    return <Skeleton rows={5} label={words.loading} />
  }
  if (itemPlan === null) return <p className={styles.hint}>{words.none}</p>
  const parts = { itemPlan, model }
  return (
    <div className={styles.plan}>
      <ScenarioInPanel containerId={itemPlan.plan.containerId} />
      <Sum itemPlan={itemPlan} />
      <PlanPackage {...parts} />
      <PlanTime {...parts} />
      {!itemPlan.isSummary && (
        <>
          <PlanProgress {...parts} />
          {!itemPlan.isMilestone && !itemPlan.plan.isHammock && <PlanSplits {...parts} />}
          <PlanWork {...parts} />
          <PlanPeople {...parts} />
        </>
      )}
      <PlanLinks {...parts} />
    </div>
  )
}

/** When it lies, and by how much it may slip. */
function Sum({ itemPlan }: { readonly itemPlan: ItemPlanView }) {
  const timeZone = useTimeZone()
  const { plan, isCritical, isScheduled, isSummary, effortMin, levelledFor } = itemPlan
  const isHammock = plan.isHammock && !isSummary
  const { startAt, finishAt } = plan
  const first = startAt === null ? null : formatDay(dayOf(startAt, timeZone))
  const last = finishAt === null ? null : formatDay(dayOf(Math.max(finishAt - 1, startAt ?? 0), timeZone))
  const facts = [
    ...(isCritical ? [words.critical] : []),
    ...(isHammock ? [] : slackFacts(itemPlan)),
    ...(isSummary ? [] : [effortMin === null ? words.noEffort : words.effort(formatEffort(effortMin))]),
  ]
  return (
    <>
      <p className={styles.sum}>
        <span className={styles.dates}>
          {first !== null && last !== null
            ? words.between(first, last)
            : isHammock
              ? textsFloats.spansNothing
              : words.undated}
        </span>
        {facts.length > 0 && ` · ${facts.join(' · ')}`}
      </p>
      {isSummary && <p className={styles.hint}>{words.spans}</p>}
      {isHammock && <p className={styles.hint}>{textsFloats.spans}</p>}
      {isScheduled && levelledFor && (
        <p className={styles.hint}>
          {levelledWords({ ...plan, levelledFor }, (at) => formatDay(dayOf(at, timeZone)))}
        </p>
      )}
      {!isScheduled && <p className={styles.hint}>{words.keepsDates}</p>}
    </>
  )
}

/** By how much it may slip, and what of that moves nothing else. */
function slackFacts(itemPlan: ItemPlanView): readonly string[] {
  const { totalFloatMin, isCritical, isNearCritical } = itemPlan
  if (totalFloatMin === null) return []
  const days = floatWords(Math.abs(totalFloatMin))
  const more = moreSlackWords(itemPlan, textsFloats.item)
  if (isCritical) return more
  if (totalFloatMin < 0) return [words.late(days), ...more]
  return [isNearCritical ? textsFloats.item.near(days) : words.slack(days), ...more]
}
