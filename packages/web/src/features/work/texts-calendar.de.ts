import type { Translated } from '../../platform/language/index.ts'
import type { textsCalendar } from './texts-calendar.ts'

/** Was der Kalender sagt. */
export const german = {
  bar: 'Kalender',
  spans: 'Wie viel gezeigt wird',
  span: { month: 'Monat', weeks: '2 Wochen', week: 'Woche' },
  previous: 'Früher',
  next: 'Später',
  today: 'Heute',
  keysGroup: 'Kalender',
  newHere: 'Neue Aufgabe an diesem Tag',
  newItem: 'Neue Aufgabe',
  nothingHere: 'Hier steht nichts.',
  goTo: (day) => `Gehe zu ${day}`,
  more: (count) => `+${count} weitere`,
  moreOn: (count, day) => `${count} weitere am ${day}`,
  day: (day, count) => (count === 0 ? day : `${day}, ${count} ${count === 1 ? 'Aufgabe' : 'Aufgaben'}`),
  todayIs: (day) => `Heute, ${day}`,
  late: 'überfällig',
  tray: (count) => `Ohne Termin (${count})`,
  foldTray: 'Aufgaben ohne Termin ausblenden',
  trayHint: 'Eine auf einen Tag ziehen, dann ist sie an ihm fällig.',
  trayHintPhone: 'Eine öffnen und sagen, wann sie fällig ist.',
  trayEmpty: 'Jede Aufgabe hat einen Termin.',
  keys: {
    earlierDay: 'Tag davor',
    laterDay: 'Tag danach',
    above: 'Aufgabe oder Woche darüber',
    below: 'Aufgabe oder Woche darunter',
    shift: {
      earlier: 'Einen Tag früher',
      later: 'Einen Tag später',
      weekEarlier: 'Eine Woche früher',
      weekLater: 'Eine Woche später',
    },
    shorter: 'Einen Tag früher fällig',
    longer: 'Einen Tag später fällig',
    look: 'Vorschau, oder den ganzen Tag zeigen',
  },
} satisfies Translated<typeof textsCalendar>
