import { words } from '../../platform/language/index.ts'

/** What the time line says. */
export const textsTimeline = words('features/work/texts-timeline', {
  bar: 'Time line',
  today: 'Today',
  work: 'Work',
  axis: 'Time axis',
  zoomLabel: 'How much time is shown',
  zoom: { days: 'Days', weeks: 'Weeks', months: 'Months', quarters: 'Quarters' },
  goTo: (day: string) => `Show the bar at ${day}`,
  undated: 'Nothing here has a date yet. Press D on an item to say when it is due.',
  planned: 'as planned in its project',
  critical: 'critical',
  complete: (percent: number) => `${percent} % complete`,
  deadline: (day: string) => `Deadline ${day}`,
  deadlineMissed: (day: string) => `Deadline ${day}, missed as planned`,
  plansMissing: 'The plans of the projects could not be fetched: items stand on their own days.',
  keysGroup: 'Time line',
  keys: {
    earlier: 'A day earlier',
    later: 'A day later',
    shorter: 'Due a day earlier',
    longer: 'Due a day later',
    left: 'Earlier time',
    right: 'Later time',
    closer: 'Less time, larger',
    further: 'More time, smaller',
    frame: 'Show its bar',
  },
})
