import type { RefusalEntry } from './entry.ts'

export const calendarRefusals = {
  'calendar.no_working_time': {
    status: 422,
    sentence: 'The calendar {name} has no working time at all.',
    remedy: 'Give it hours on at least one day of the week.',
  },
  'calendar.zone_unknown': {
    status: 422,
    sentence: 'The calendar {name} names a time zone that does not exist: {timeZone}.',
    remedy: 'Name it as the time zone database does, such as Europe/Berlin.',
  },
  'calendar.week_wrong': {
    status: 422,
    sentence: 'A week of the calendar {name} does not have seven days.',
    remedy: 'Give seven days, beginning with Monday.',
  },
  'calendar.shifts_wrong': {
    status: 422,
    sentence: 'Hours of the calendar {name} overlap, end before they begin, or last longer than a day.',
    remedy: 'Give the hours of each day in their order.',
  },
  'calendar.days_wrong': {
    status: 422,
    sentence: 'The calendar {name} has an exception or a period with days that do not exist or are reversed.',
    remedy: 'Use days between 1900 and 2200, the first before the last.',
  },
  'calendar.too_many_exceptions': {
    status: 422,
    sentence: 'The calendar {name} has more than {max} exceptions and periods.',
    remedy: 'Leave out what is long past, or put days in a row together.',
  },
  'calendar.base_unknown': {
    status: 422,
    sentence: 'The calendar that {name} is based on does not exist.',
    remedy: 'Choose another one, or none.',
  },
  'calendar.base_circle': {
    status: 422,
    sentence: 'The calendar {name} is based on itself, by way of others.',
    remedy: 'Choose another base for one of them.',
  },
} as const satisfies Record<string, RefusalEntry>
