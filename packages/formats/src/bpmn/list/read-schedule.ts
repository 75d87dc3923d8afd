const WEEKDAYS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mondays?|montags?)$/i, 'MO'],
  [/^(?:tuesdays?|dienstags?)$/i, 'TU'],
  [/^(?:wednesdays?|mittwochs?)$/i, 'WE'],
  [/^(?:thursdays?|donnerstags?)$/i, 'TH'],
  [/^(?:fridays?|freitags?)$/i, 'FR'],
  [/^(?:saturdays?|samstags?|sonnabends?)$/i, 'SA'],
  [/^(?:sundays?|sonntags?)$/i, 'SU'],
]
const ORDER: readonly (readonly [RegExp, string])[] = [
  [/^(?:first|1st|ersten?r?s?)$/i, '1'],
  [/^(?:second|2nd|zweiten?r?s?)$/i, '2'],
  [/^(?:third|3rd|dritten?r?s?)$/i, '3'],
  [/^(?:fourth|4th|vierten?r?s?)$/i, '4'],
  [/^(?:last|letzten?r?s?)$/i, '-1'],
]
const AT = /\s+(?:at|um)\s+(\d{1,2})(?::(\d{2}))?\s*(?:uhr|o'clock)?$/i
const OF_MONTH =
  /^(\S+)\s+(\S+)\s+(?:(?:of|in)\s+(?:a|the|each|every)?\s*month|(?:im|eines|des|in jedem)\s+monats?)$/i
const DAY_OF_MONTH =
  /^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th|\.)\s*(?:day\s+)?(?:of\s+(?:a|the|each|every)\s+month|(?:im|eines|des)\s+monats?)$/i
const WEEKS = /^(\d{1,2})\s+(?:weeks|wochen)(?:\s+(?:on|am)\s+(\S+))?$/i

/** The day of the week, or of the month, on which an instance begins where only how often is said. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/^(?:days?|tage?)$/i, 'FREQ=DAILY'],
  [/^(?:week ?days?|working days?|werktage?|arbeitstage?)$/i, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [/^(?:weeks?|wochen?)$/i, 'FREQ=WEEKLY;BYDAY=MO'],
  [/^(?:months?|monate?)$/i, 'FREQ=MONTHLY;BYMONTHDAY=1'],
  [/^(?:years?|jahre?)$/i, 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1'],
]

/** What stands behind `Every`, as a schedule of RFC 5545; null where it is not understood. */
export function readListSchedule(text: string): string | null {
  const at = AT.exec(text)
  const [, hour, minute = '0'] = at ?? []
  const days = dayRule(at ? text.slice(0, at.index).trim() : text.trim())
  if (days === null || Number(hour ?? 0) > 23 || Number(minute) > 59) return null
  return hour === undefined ? days : `${days};BYHOUR=${Number(hour)};BYMINUTE=${Number(minute)}`
}

function dayRule(text: string): string | null {
  const weekday = found(WEEKDAYS, text)
  if (weekday) return `FREQ=WEEKLY;BYDAY=${weekday}`
  return found(PLAIN, text) ?? monthRule(text) ?? weeksRule(text)
}

function monthRule(text: string): string | null {
  const [, which = '', day = ''] = OF_MONTH.exec(text) ?? []
  const [order, weekday] = [found(ORDER, which), found(WEEKDAYS, day)]
  if (order && weekday) return `FREQ=MONTHLY;BYDAY=${order}${weekday}`
  const date = Number(DAY_OF_MONTH.exec(text)?.[1] ?? 0)
  return date >= 1 && date <= 31 ? `FREQ=MONTHLY;BYMONTHDAY=${date}` : null
}

function weeksRule(text: string): string | null {
  const [, weeks = '0', on = 'Monday'] = WEEKS.exec(text) ?? []
  const weekday = found(WEEKDAYS, on)
  return Number(weeks) > 0 && weekday ? `FREQ=WEEKLY;INTERVAL=${Number(weeks)};BYDAY=${weekday}` : null
}

function found(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1]
}
