import { words } from '../../platform/language/plan-words.ts'

/** What the load of people and machines says. It is the plan that asks for too much, never a person who is too slow. */
export const textsLoad = words('features/schedule/texts-load', {
  load: 'Load',
  chart: 'Load by day or week',
  chartHint: 'Arrow keys choose a day or week; what makes it up is told below.',
  emptyTitle: 'Nobody is planned for anything yet',
  emptySentence:
    'The load shows what the plan asks of each person and machine, week by week, and where it asks for more than there is. Say who is responsible for dated items and how much effort they take, or import a plan with resources.',
  who: 'Who, what',
  fits: 'The plan fits everybody who is in it.',
  tooMuch: (count: number, all: number) =>
    count === 1
      ? `The plan asks too much of 1 of ${String(all)}.`
      : `The plan asks too much of ${String(count)} of ${String(all)}.`,
  worst: (name: string, when: string, share: string) => `Most: ${name}, ${when}, ${share}.`,
  toWorst: 'Show it',
  uncounted: (count: number) =>
    count === 1
      ? '1 dated item has nobody or no effort, and is not counted.'
      : `${String(count)} dated items have nobody or no effort, and are not counted.`,
  legend: {
    band: 'Healthy, 60 to 85 %',
    capacity: 'All there is',
    over: 'More planned than there is',
  },
  level: {
    free: 'Free',
    below: 'Room left',
    healthy: 'Healthy',
    full: 'Full',
    over: 'Too much planned',
  },
  percent: (share: number) => `${String(share)} %`,
  dayOff: 'time off',
  asTable: 'As a table',
  asChart: 'As a chart',
  chosen: (name: string, when: string) => `${name}, ${when}`,
  fitsIn: (work: string, capacity: string) => `${work} planned of ${capacity}`,
  tooMuchIn: (work: string, parts: { readonly capacity: string; readonly excess: string }) =>
    `${work} planned of ${parts.capacity}: ${parts.excess} more than there is`,
  nothingIn: 'Nothing is planned here.',
  close: 'Close',
  column: { when: 'When', work: 'Planned', capacity: 'There is', share: 'Share', level: 'So it is' },
  strip: 'Load of the next four weeks',
  stripName: 'Next 4 weeks',
  chip: (name: string, level: string, share: string) => `${name}: ${share}, ${level}`,
  more: (count: number) => `${String(count)} more`,
  keys: {
    next: 'Later day or week',
    previous: 'Earlier day or week',
    up: 'To the one above',
    down: 'To the one below',
    worst: 'To where the plan asks most',
  },
})
