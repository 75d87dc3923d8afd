import type { PlanRowView } from '@millrace/contract'
import type { PlansProgress } from '@millrace/core/schedule'
import { useDirectory } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, formatMoney, useTimeZone } from '../../../../ui/index.ts'
import { spanOf } from '../../model/outline.ts'
import { floatWords } from '../../model/row-facts.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsShared } from '../../texts-shared.ts'
import styles from './level-dialog.module.css'

type Props = { readonly progress: PlansProgress; readonly rows: readonly PlanRowView[] }

const MINUTE_MS = 60_000

/** How far a levelling has come, and how far it can go at all. */
export function ProgressWords({ progress, rows }: Props) {
  const timeZone = useTimeZone()
  const { currency } = useDirectory().organisation
  const { delayCostMinor, unsearched } = progress
  const savedMinor = unsearched.delayCostMinor - delayCostMinor
  const { finishAt } = spanOf(rows, null)
  const day = (moment: number) => formatDay(dayOf(moment - 1, timeZone))
  const after = day(progress.finishAt * MINUTE_MS)
  return (
    <p className={styles.facts}>
      <span>{textsLevel.tried(progress.schedules)}</span>
      <span>{textsLevel.finish(finishAt === null ? after : day(finishAt), after)}</span>
      {progress.unfitCount + progress.brokenMin === 0 && (
        <span>
          {progress.gapPercent < 0.05
            ? textsLevel.optimal
            : textsLevel.gap(String(Math.round(progress.gapPercent * 10) / 10))}
        </span>
      )}
      {unsearched.delayCostMinor > 0 && (
        <span>{textsShared.costs(formatMoney(delayCostMinor, currency))}</span>
      )}
      {savedMinor > 0 && <span>{textsShared.costSaved(formatMoney(savedMinor, currency))}</span>}
      {progress.lateMin > 0 && <span>{textsLevel.late(floatWords(progress.lateMin))}</span>}
    </p>
  )
}
