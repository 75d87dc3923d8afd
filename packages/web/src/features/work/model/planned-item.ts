import type { PlannedDatesView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { dayOf } from '../../../platform/time-zone.ts'
import { textsShift } from '../texts-shift.ts'
import { canCreateIn } from './access.ts'
import type { Lookup } from './lookup.ts'

/** The item on the days of its plan, where it has one. A finish at midnight is still of the day before. */
export function onPlannedDays(
  item: WorkItem,
  planned: PlannedDatesView | undefined,
  timeZone: string,
): WorkItem {
  const startAt = planned?.startAt ?? planned?.finishAt ?? null
  const finishAt = planned?.finishAt ?? startAt
  if (startAt === null || finishAt === null) return item
  const startsOn = dayOf(startAt, timeZone)
  const dueOn = dayOf(Math.max(startAt, finishAt - 1), timeZone)
  return { ...item, startsOn: item.isMilestone ? null : startsOn, dueOn }
}

/** Why a planned bar cannot be moved by this person; null: it can. The server decides. */
export function whyNotShifted(
  { fixed, containerId }: Pick<PlannedDatesView, 'fixed' | 'containerId'>,
  { containers }: Pick<Lookup, 'containers'>,
): string | null {
  if (fixed !== null) return textsShift.fixed[fixed]
  const project = containers.get(containerId)
  return project && canCreateIn(project) ? null : textsShift.noRight
}
