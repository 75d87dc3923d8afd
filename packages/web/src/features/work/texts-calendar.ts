import { words } from '../../platform/language/index.ts'

/** What the calendar says. */
export const textsCalendar = words('features/work/texts-calendar', {
  bar: 'Calendar',
  spans: 'How much is shown',
  span: { month: 'Month', weeks: '2 weeks', week: 'Week' },
  previous: 'Earlier',
  next: 'Later',
  today: 'Today',
  keysGroup: 'Calendar',
  newHere: 'New item on this day',
  newItem: 'New item',
  nothingHere: 'Nothing stands here.',
  goTo: (day: string) => `Go to ${day}`,
  more: (count: number) => `+${String(count)} more`,
  moreOn: (count: number, day: string) => `${String(count)} more on ${day}`,
  day: (day: string, count: number) =>
    count === 0 ? day : `${day}, ${String(count)} ${count === 1 ? 'item' : 'items'}`,
  todayIs: (day: string) => `Today, ${day}`,
  late: 'late',
  tray: (count: number) => `Without a date (${String(count)})`,
  foldTray: 'Hide items without a date',
  trayHint: 'Drag one onto a day to make it due then.',
  trayHintPhone: 'Open one to say when it is due.',
  trayEmpty: 'Every item has a date.',
  keys: {
    earlierDay: 'Day before',
    laterDay: 'Day after',
    above: 'Item or week above',
    below: 'Item or week below',
    shift: {
      earlier: 'A day earlier',
      later: 'A day later',
      weekEarlier: 'A week earlier',
      weekLater: 'A week later',
    },
    shorter: 'Due a day earlier',
    longer: 'Due a day later',
    look: 'Peek, or show the whole day',
  },
})
