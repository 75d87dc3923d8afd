import type { PlanItemView, PlanRowView } from '@millrace/contract'
import { keepsDates } from '@millrace/core/schedule'

/** What is said about the time of a row, as the store keeps it. */
export function planItemOf(row: PlanRowView, containerId: string): PlanItemView {
  return {
    id: row.itemId,
    containerId,
    wbsCode: row.wbsCode,
    startAt: row.startAt,
    finishAt: row.finishAt,
    durationMin: row.durationMin,
    isElapsed: row.isElapsed,
    splits: row.splits,
    isHammock: row.isHammock,
    percentComplete: row.percentComplete,
    isManual: keepsDates(row),
    constraintKind: row.constraintKind,
    constraintAt: row.constraintAt,
    deadlineAt: row.deadlineAt,
    levelledAt: row.levelledAt,
    calendarId: row.calendarId,
    actualStartAt: row.actualStartAt,
    actualFinishAt: row.actualFinishAt,
    remainingMin: row.remainingMin,
    resumeAt: row.resumeAt,
    taskType: row.taskType,
    isEffortDriven: row.isEffortDriven,
    quantity: row.quantity,
    quantityUnit: row.quantityUnit,
    normMin: row.normMin,
    fixedCostMinor: row.fixedCostMinor,
    costMinor: row.costMinor,
  }
}
