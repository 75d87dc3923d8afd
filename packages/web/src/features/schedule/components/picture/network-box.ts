import type { PlanRowView } from '@millrace/contract'
import { formatDay, formatDayRange, formatShort } from '../../../../ui/index.ts'
import type { NetworkBox } from '../../model/picture/draw-network-box.ts'
import { bandOf } from '../../model/picture/ink.ts'
import type { PlanDays } from '../../model/plan-days.ts'
import { floatDaysOf, spanDays, workDaysOf } from '../../model/row-facts.ts'
import { textsNetwork } from '../../texts-network.ts'
import { textsPaper } from '../../texts-paper.ts'
import { textsViews } from '../../texts-views.ts'

/** What the box of an item says on paper. */
export function networkBox(row: PlanRowView, days: PlanDays): NetworkBox {
  const length = workDaysOf(row, days)
  const span = spanDays(row, days)
  const { key, title, isMilestone } = row
  return {
    ...{ key, title, isMilestone, band: bandOf(row), slack: slackOf(row) },
    length: length === null || isMilestone ? '' : textsViews.workDays(formatShort(length)),
    dates: span === null ? textsNetwork.undated : datesOf(span),
  }
}

function datesOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? formatDay(to) : formatDayRange(from, to)
}

function slackOf(row: PlanRowView): string {
  if (row.isCritical) return textsViews.critical
  const days = floatDaysOf(row)
  if (row.isHammock || days === null) return ''
  return row.isNearCritical ? textsPaper.near(formatShort(days)) : textsNetwork.float(formatShort(days))
}
