import type { WorkingCalendar } from '@millrace/core/calendar'
import { plainCalendar } from '../plan/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import type { MspdiProject } from './mspdi-project.ts'
import type { MspdiCalendars } from './plan-calendars.ts'
import type { MspdiTask } from './task.ts'

/** In whose working time a task is done. */
export type EffectiveCalendar = {
  /** Null: that of the project. */
  readonly calendarId: string | null
  /** Whether others who work on it have other working times. */
  readonly isOneOfSeveral: boolean
}

/**
 * Finds in whose working time tasks are done, as Microsoft Project decides it: that of whoever works on
 * them, unless the duration is fixed or nobody does; a calendar of the task's own may ask to
 * overrule them. Of several the one counts that finishes last.
 */
export function effectiveCalendars(
  project: Pick<MspdiProject, 'assignments' | 'resources'>,
  { calendars, projectId }: MspdiCalendars,
): (task: MspdiTask) => EffectiveCalendar {
  const byId = new Map<string, WorkingCalendar>(calendars.map((calendar) => [calendar.id, calendar]))
  const plainId = (uid: number | undefined) =>
    (uid === undefined ? undefined : plainCalendar(byId, String(uid))?.id) ?? null
  const workers = new Map(
    project.resources.filter(({ type }) => type === 'work').map(({ uid, calendarUid }) => [uid, calendarUid]),
  )
  const working = Map.groupBy(
    project.assignments.filter(({ resourceUid }) => workers.has(resourceUid ?? Number.NaN)),
    ({ taskUid }) => taskUid,
  )
  const main = plainCalendar(byId, projectId)?.id ?? projectId
  const orProject = (id: string | null) => (id === main || id === projectId ? null : id)
  return (task) => {
    const own = plainId(task.calendarUid)
    const assigned = working.get(task.uid) ?? []
    const isAlone = assigned.length === 0 || task.type === 'fixed-duration'
    if (isAlone || (own !== null && task.ignoreResourceCalendar)) {
      return { calendarId: orProject(own), isOneOfSeveral: false }
    }
    const theirs = byFinish(assigned).map(({ resourceUid }) => plainId(workers.get(resourceUid ?? 0)) ?? main)
    const differing = new Set(own === null ? theirs : [own, ...theirs.filter((id) => id !== main)])
    return { calendarId: orProject(own ?? theirs[0] ?? null), isOneOfSeveral: differing.size > 1 }
  }
}

/** Who finishes last comes first. */
function byFinish(assignments: readonly MspdiAssignment[]): readonly MspdiAssignment[] {
  return assignments.toSorted((a, b) => ((a.finish ?? '') < (b.finish ?? '') ? 1 : -1))
}
