import { words } from '../../platform/language/plan-words.ts'

/** What is said about slack, about work that lasts as long as other work, and about time that nobody works. */
export const textsFloats = words('features/schedule/texts-floats', {
  near: 'nearly critical',
  nearBy: (days: string) => `nearly critical, slack ${days} d`,
  free: (days: string) => `${days} d of it move nothing else`,
  ends: (start: string, finish: string) => `start ${start} d, finish ${finish} d`,
  nearCount: (count: number) => `${String(count)} nearly critical`,
  nearDays: 'Nearly critical up to a slack of, in days',
  item: {
    near: (days: string) => `nearly critical: may slip ${days} working days`,
    free: (days: string) => `${days} of them move nothing else`,
    ends: (start: string, finish: string) => `its start may slip ${start}, its finish ${finish} working days`,
  },
  isHammock: 'Lasts as long as what it is linked to (hammock)',
  spans: 'It begins and ends with what it is linked to. Nothing waits for it.',
  spansNothing: 'It has no place in time yet: link it to what it accompanies.',
  hammock: (title: string, span: { readonly from: string; readonly to: string }) =>
    `${title}, from ${span.from} to ${span.to} with what it is linked to`,
  beginsWith: (title: string) => `Begins with ${title}`,
  standardWeek: 'Standard week',
  noWork: (calendar: string, day: string) => `${calendar}: no work until ${day}`,
  dayOff: (calendar: string, name: string) => `${calendar}, ${name}`,
})
