import { words } from '../../platform/language/plan-words.ts'

/** What the views of a plan say on paper, besides what all of them say. */
export const textsPaper = words('features/schedule/texts-paper', {
  size: 'How large',
  spread: { fit: 'Fitted to the page', read: 'In reading size' },
  preview: (page: string) => `Preview: ${page}`,
  nothing: 'There is nothing to put on paper yet.',
  previous: 'Page before',
  next: 'Next page',
  planSigns: {
    near: 'Nearly critical',
    hammock: 'Lasts with what it is linked to (hammock)',
    rest: 'Rests in between',
  },
  gate: (name: string, day: string, state: string) => `${name}, ${day}: ${state}`,
  gateSign: (state: string) => `Gate, ${state}`,
  against: (asOf: string, baseline: string) => `${asOf}, against the baseline ${baseline}`,
  network: 'Network',
  networkTitle: 'The network on paper',
  near: (days: string) => `nearly critical, ${days} d`,
  onPages: (pages: string) => `p. ${pages}`,
  networkSigns: {
    before: 'Comes before',
    onOther: 'Goes on, on that page',
    types: 'SS start to start, FF finish to finish, SF start to finish, +2d two days later',
  },
  loadTitle: 'The load on paper',
  by: 'Counted by',
  loadBy: { weeks: 'By week', days: 'By day' },
  todayLoad: 'This day or week',
})
