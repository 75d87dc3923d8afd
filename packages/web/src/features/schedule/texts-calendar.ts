import { words } from '../../platform/language/plan-words.ts'

/** What the editor of calendars says. */
export const textsCalendar = words('features/schedule/texts-calendar', {
  base: 'Based on',
  noBase: 'nothing',
  timeZone: 'Time zone',
  notHere: 'This calendar is shared by all projects. It is changed in the settings of the organisation.',
  inherited: (weekday: string, base: string) => `${weekday} · as in ${base}`,
  asBase: (base: string) => `As in ${base}`,
  asBaseOf: (weekday: string, base: string) => `${weekday} as in ${base}`,
  periods: 'Times with another week',
  noPeriods: 'The same week holds all year.',
  usualWeek: 'the usual week',
  from: 'From',
  to: 'Until',
  addPeriod: 'Add a time with another week',
  removePeriod: (day: string) => `Remove the week from ${day} on`,
  exceptionHours: 'Hours (empty: off)',
  paste: 'Paste a list of holidays',
  pasteLabel: 'Holidays',
  pasteHint: 'A day and its name on each line, in either order.',
  pasteExample: '2026-12-25 Christmas Day',
  unread: (line: string, count: number) =>
    count === 1
      ? `There is no day in “${line}”.`
      : `There is no day in “${line}” and ${count - 1} more lines.`,
  take: (count: number) => (count === 1 ? 'Add 1 day off' : `Add ${count} days off`),
})
