import type { Translated } from '../../platform/language/index.ts'
import type { textsRepeat } from './texts-repeat.ts'

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const
const MONTHS = [
  ...(['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'] as const),
  ...(['August', 'September', 'Oktober', 'November', 'Dezember'] as const),
]
/** Im Dativ, wie nach „am“. */
const NTH: Readonly<Record<number, string>> = {
  1: 'ersten',
  2: 'zweiten',
  3: 'dritten',
  4: 'vierten',
  [-1]: 'letzten',
}
const ONE: Readonly<Record<string, string>> = { day: 'Tag', week: 'Woche', month: 'Monat' }
const MANY: Readonly<Record<string, string>> = { day: 'Tage', week: 'Wochen', month: 'Monate' }

/** Was zu Aufgaben gesagt wird, die immer wieder zu tun sind. */
export const german = {
  name: 'Wiederholt sich',
  menu: 'Wiederholen …',
  title: (key) => `Wie sich ${key} wiederholt`,
  set: (rule) => `Wiederholt sich ${rule}`,
  unset: 'Wiederholt sich nicht',
  weekday: (day) => WEEKDAYS[day - 1] ?? '',
  weekdayShort: (day) => (WEEKDAYS[day - 1] ?? '').slice(0, 2),
  month: (month) => MONTHS[month - 1] ?? '',
  and: (words) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1) ?? ''}`,
  daily: (every) => (every === 1 ? 'jeden Tag' : `alle ${every} Tage`),
  weekdays: 'jeden Werktag von Montag bis Freitag',
  weekly: (every, days, isOne) => {
    if (every === 1) return `jeden ${days}`
    if (every === 2 && isOne) return `jeden zweiten ${days}`
    return `alle ${every} Wochen am ${days}`
  },
  monthly: (every, place) => (every === 1 ? `am ${place} jedes Monats` : `alle ${every} Monate am ${place}`),
  dayOfMonth: (day) => (day === 31 ? 'letzten Tag' : `${day}.`),
  place: (nth, weekday) => `${NTH[nth] ?? ''} ${weekday}`,
  nth: (nth) => NTH[nth] ?? '',
  yearly: (every, day, month) => `${every === 1 ? 'jedes Jahr' : `alle ${every} Jahre`} am ${day}. ${month}`,
  afterDone: (every, unit) => `${every} ${(every === 1 ? ONE : MANY)[unit] ?? unit} nach dem Erledigen`,
  until: (rule, day) => `${rule}, bis ${day}`,
  times: (rule, number, times) => `${rule}, ${number} von ${times}`,
  basis: { due: 'Nach dem Kalender', done: 'Nach dem Erledigen' },
  basisLabel: 'Was zählt',
  basisHint: {
    due: 'Die nächste wird angelegt, wenn diese erledigt ist oder wenn ihr Tag gekommen ist.',
    done: 'Die nächste wird angelegt, wenn diese erledigt ist, gezählt ab diesem Tag.',
  },
  every: 'Alle',
  unitLabel: 'Einheit',
  unit: { day: 'Tage', week: 'Wochen', month: 'Monate', year: 'Jahre' },
  onDays: 'Am',
  onDay: 'Am Tag',
  onPlace: 'Am',
  dayHint: 'Monate ohne diesen Tag nehmen ihren letzten.',
  ends: 'Endet',
  end: { never: 'nie', on: 'an einem Tag', after: 'nach einigen Malen' },
  endOn: 'Letzter Tag',
  endAfter: 'Male insgesamt',
  upcoming: 'Danach',
  onlyThis: 'Nach dieser käme nichts mehr.',
  copies: 'Teilaufgaben, Checklisten, Personen, Schlagwörter und Felder kommen mit; alle Tage wandern mit.',
  save: 'Speichern',
  stop: 'Nicht mehr wiederholen',
  stopped: (key) => `${key} wiederholt sich nicht mehr`,
  nextMade: (day) => `Die nächste kommt am ${day}, oder wenn diese erledigt ist.`,
  nextWhenDone: 'Die nächste kommt, wenn diese erledigt ist.',
  last: 'Dies ist die letzte.',
  newest: (key) => `Die neueste ist ${key}`,
  rests: 'Die nächste konnte nicht angelegt werden:',
} satisfies Translated<typeof textsRepeat>
