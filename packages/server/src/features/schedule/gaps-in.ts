import type { CalendarView } from '@millrace/contract'
import { gapsOfRows, type ProjectPlan, type ProjectRow, type RowGap } from '@millrace/core/schedule'
import type { PlannedItemRow } from './queries/find-planned-items.ts'
import { toWorkingCalendar } from './working-calendars.ts'

type Ground = Pick<ProjectPlan, 'resources' | 'assignments' | 'settings' | 'timeZone'> & {
  readonly calendars: readonly CalendarView[]
}

/** When rows of a plan rest, at the dates that stand on them. */
export function gapsIn({
  calendars,
  ...ground
}: Ground & { readonly rows: readonly ProjectRow[] }): ReadonlyMap<string, readonly RowGap[]> {
  const plan = { ...ground, links: [], laterPhaseIds: new Set<string>() }
  return gapsOfRows({ ...plan, calendars: calendars.map(toWorkingCalendar) })
}

/** When an item rests, as far as its plan alone says. */
export function gapsOfItem(item: PlannedItemRow, ground: Ground): readonly RowGap[] {
  const row: ProjectRow = {
    ...item,
    ...{ parentId: null, phaseId: null, isDone: false, startedAt: null, finishedAt: null },
    datesFrom: 'plan',
  }
  return gapsIn({ ...ground, rows: [row] }).get(item.itemId) ?? []
}
