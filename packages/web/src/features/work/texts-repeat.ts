import { words } from '../../platform/language/index.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June', 'July'] as const),
  ...(['August', 'September', 'October', 'November', 'December'] as const),
]

/** What is said about items that are done again and again. */
export const textsRepeat = words('features/work/texts-repeat', {
  name: 'Repeats',
  menu: 'Repeat…',
  title: (key: string) => `How ${key} repeats`,
  set: (rule: string) => `Repeats ${rule}`,
  unset: 'Does not repeat',
  weekday: (day: number) => WEEKDAYS[day - 1] ?? '',
  weekdayShort: (day: number) => (WEEKDAYS[day - 1] ?? '').slice(0, 2),
  month: (month: number) => MONTHS[month - 1] ?? '',
  and: (words: readonly string[]) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`,
  daily: (every: number) => (every === 1 ? 'every day' : `every ${String(every)} days`),
  weekdays: 'every weekday',
  weekly: (every: number, days: string, isOne: boolean) => {
    if (every === 1) return `every ${days}`
    if (every === 2 && isOne) return `every second ${days}`
    return every === 2 ? `every second week on ${days}` : `every ${String(every)} weeks on ${days}`
  },
  monthly: (every: number, place: string) =>
    every === 1 ? `on the ${place} of every month` : `every ${String(every)} months on the ${place}`,
  dayOfMonth: (day: number) => (day === 31 ? 'last day' : ordinal(day)),
  place: (nth: number, weekday: string) => `${NTH[nth] ?? ''} ${weekday}`,
  nth: (nth: number) => NTH[nth] ?? '',
  yearly: (every: number, day: number, month: string) =>
    `${every === 1 ? 'every year' : `every ${String(every)} years`} on ${String(day)} ${month}`,
  afterDone: (every: number, unit: 'day' | 'week' | 'month') =>
    `${String(every)} ${unit}${every === 1 ? '' : 's'} after it is done`,
  until: (rule: string, day: string) => `${rule}, until ${day}`,
  times: (rule: string, number: number, times: number) => `${rule}, ${String(number)} of ${String(times)}`,
  basis: { due: 'By the calendar', done: 'After it is done' },
  basisLabel: 'What counts',
  basisHint: {
    due: 'The next one is made when this one is done, or when its day has come.',
    done: 'The next one is made when this one is done, counted from that day.',
  },
  every: 'Every',
  unitLabel: 'Unit',
  unit: { day: 'days', week: 'weeks', month: 'months', year: 'years' },
  onDays: 'On',
  onDay: 'On day',
  onPlace: 'On the',
  dayHint: 'Months without that day take their last one.',
  ends: 'Ends',
  end: { never: 'never', on: 'on a day', after: 'after some times' },
  endOn: 'Last day',
  endAfter: 'Times in all',
  upcoming: 'Then',
  onlyThis: 'Nothing would come after this one.',
  copies: 'Sub-items, checklists, people, labels and fields come along; all days move with it.',
  save: 'Save',
  stop: 'Stop repeating',
  stopped: (key: string) => `${key} does not repeat any more`,
  nextMade: (day: string) => `The next one comes on ${day}, or when this one is done.`,
  nextWhenDone: 'The next one comes when this one is done.',
  last: 'This is the last one.',
  newest: (key: string) => `The newest is ${key}`,
  rests: 'The next one could not be made:',
})

const NTH: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
}

function ordinal(day: number): string {
  const ending = day > 10 && day < 20 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th')
  return `${String(day)}${ending}`
}
