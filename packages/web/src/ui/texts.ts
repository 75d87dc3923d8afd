import { words } from '../platform/language/index.ts'

/** What the parts that everything is built of say. */
export const texts = words('ui/texts', {
  close: 'Close',
  retry: 'Try again',
  actions: 'Actions',
  example: 'Show me an example',
  loading: 'Loading',
  priorities: ['No priority', 'Low', 'Medium', 'High', 'Urgent'],
  day: {
    label: 'Day',
    hint: 'fri, +3d, 14 dec',
    openCalendar: (field: string) => `Open the calendar for ${field}`,
    today: 'Today',
    tomorrow: 'Tomorrow',
    inAWeek: 'In a week',
    none: 'No date',
    calendar: {
      previousMonth: 'Month before',
      nextMonth: 'Month after',
      previousYear: 'Year before',
      nextYear: 'Year after',
      previousDecade: 'Ten years before',
      nextDecade: 'Ten years after',
    },
  },
  dayInWords: { yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow' },
  range: (from: string, to: string) => `${from} to ${to}`,
  quarter: (number: number) => `Q${String(number)}`,
  now: 'now',
  ago: (span: string) => `${span} ago`,
  /** A length of time, or of work, in few letters. */
  span: {
    minutes: (count: string) => `${count} min`,
    hours: (count: string) => `${count} h`,
    days: (count: string) => `${count} d`,
    months: (count: string) => `${count} mo`,
    years: (count: string) => `${count} y`,
  },
  attaching: (name: string) => `Attaching ${name} …`,
  comment: 'comment',
})
