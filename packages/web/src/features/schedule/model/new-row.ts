import type { PlanRowView } from '@millrace/contract'

/** A row of an item of which the plan knows nothing yet. */
export function newRow(
  item: Pick<PlanRowView, 'itemId' | 'key' | 'title'> & Partial<PlanRowView>,
): PlanRowView {
  return { ...UNPLANNED, ...item }
}

const UNPLANNED = {
  ...{ parentId: null, wbs: '', wbsCode: '', level: 1, isSummary: false, isMilestone: false, isDone: false },
  ...{ startedAt: null, finishedAt: null, startAt: null, finishAt: null, datesFrom: null, effortMin: null },
  ...{ durationMin: null, isElapsed: false, percentComplete: 0, isManual: false },
  ...{
    constraintKind: null,
    constraintAt: null,
    deadlineAt: null,
    levelledAt: null,
    levelledFor: null,
    calendarId: null,
  },
  ...{ actualStartAt: null, actualFinishAt: null, remainingMin: null, resumeAt: null, splits: [], gaps: [] },
  ...({ taskType: 'units', isEffortDriven: false, quantity: null, quantityUnit: '', normMin: null } as const),
  ...{ fixedCostMinor: null, costMinor: null, lateFinishAt: null, totalFloatMin: null },
  ...{
    isHammock: false,
    ...{ splits: [], gaps: [], resumeAt: null },
    startFloatMin: null,
    finishFloatMin: null,
    isNearCritical: false,
    calendarWait: null,
  },
  ...{ freeFloatMin: null, isCritical: false, isOnLongestPath: false, reason: null, phaseId: null },
}
