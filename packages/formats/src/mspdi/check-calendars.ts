import type { ProblemLog } from '../report/index.ts'
import type { MspdiCalendar, MspdiWeekDay, MspdiWorkingTime } from './calendar.ts'
import { type MspdiProblem, mspdiProblem } from './problem.ts'
import { type ProjectContent, subjectOf } from './project-content.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** Tells calendars that do not exist, go round in circles, or leave no time to work. */
export function checkCalendars(content: ProjectContent, log: ProblemLog<MspdiProblem>): void {
  const byUid = new Map<number, MspdiCalendar>()
  for (const calendar of content.calendars) {
    if (!byUid.has(calendar.uid)) byUid.set(calendar.uid, calendar)
  }
  checkReferences(content, byUid, log)
  const works = workingCalendars(byUid, log)
  for (const calendar of content.calendars) {
    if (works.get(calendar.uid) === false) {
      log.add(mspdiProblem(subjectOf('calendar', calendar), 'mspdi.calendar_no_working_time'))
    }
    if (hasInvalidTimes(calendar)) {
      log.add(mspdiProblem(subjectOf('calendar', calendar), 'mspdi.calendar_times_invalid'))
    }
  }
}

function checkReferences(
  content: ProjectContent,
  byUid: ReadonlyMap<number, MspdiCalendar>,
  log: ProblemLog<MspdiProblem>,
): void {
  const check = (calendarUid: number | undefined, subject: Parameters<typeof mspdiProblem>[0]): void => {
    if (calendarUid === undefined || byUid.has(calendarUid)) return
    log.add(mspdiProblem(subject, 'mspdi.calendar_unknown', { calendarUid }))
  }
  const { properties, calendars, tasks, resources } = content
  check(properties.calendarUid, {
    kind: 'project',
    uid: undefined,
    name: properties.name ?? '',
    line: undefined,
  })
  for (const calendar of calendars) check(calendar.baseCalendarUid, subjectOf('calendar', calendar))
  for (const task of tasks) check(task.calendarUid, subjectOf('task', task))
  for (const resource of resources) check(resource.calendarUid, subjectOf('resource', resource))
}

/** Whether each calendar has working time on some day, its own or that of its base. */
function workingCalendars(
  byUid: ReadonlyMap<number, MspdiCalendar>,
  log: ProblemLog<MspdiProblem>,
): ReadonlyMap<number, boolean> {
  const weeks = new Map<number, ReadonlySet<number>>()
  for (const calendar of byUid.values()) {
    const chain: MspdiCalendar[] = []
    const onChain = new Set<number>()
    let current: MspdiCalendar | undefined = calendar
    while (current !== undefined && !weeks.has(current.uid)) {
      if (onChain.has(current.uid)) {
        log.add(mspdiProblem(subjectOf('calendar', current), 'mspdi.calendar_cycle'))
        break
      }
      onChain.add(current.uid)
      chain.push(current)
      current = current.baseCalendarUid === undefined ? undefined : byUid.get(current.baseCalendarUid)
    }
    let inherited = weeks.get(current?.uid ?? -1) ?? startOf(chain.at(-1))
    for (const link of chain.toReversed()) {
      inherited = workingDays(link.weekDays, inherited)
      weeks.set(link.uid, inherited)
    }
  }
  return new Map(
    [...byUid].map(([uid, calendar]) => {
      const hasWorkWeek = calendar.workWeeks.some((week) => workingDays(week.weekDays, new Set()).size > 0)
      return [uid, (weeks.get(uid)?.size ?? 0) > 0 || hasWorkWeek]
    }),
  )
}

/** What the last of a chain builds on: nothing, or the project's calendar, which is judged by itself. */
function startOf(last: MspdiCalendar | undefined): ReadonlySet<number> {
  return new Set(last === undefined || last.isBase ? [] : WEEKDAYS)
}

/** Days of the week with working time, where days not listed are as inherited. */
function workingDays(weekDays: readonly MspdiWeekDay[], inherited: ReadonlySet<number>): ReadonlySet<number> {
  if (weekDays.length === 0) return inherited
  const own = new Map(weekDays.map((day) => [day.weekday, day.working && day.times.length > 0]))
  return new Set(WEEKDAYS.filter((weekday) => own.get(weekday) ?? inherited.has(weekday)))
}

function hasInvalidTimes(calendar: MspdiCalendar): boolean {
  const days = [...calendar.weekDays, ...calendar.workWeeks.flatMap((week) => week.weekDays)]
  return [...days, ...calendar.exceptions].some((day) => areInvalid(day.times))
}

/** Times that end before they begin, or overlap; `HH:MM:SS` sorts as text. */
function areInvalid(times: readonly MspdiWorkingTime[]): boolean {
  const sorted = times.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.some(
    (time, index) => time.to <= time.from || (index > 0 && time.from < (sorted[index - 1]?.to ?? '')),
  )
}
