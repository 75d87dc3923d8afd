import type { DayWords } from './day-words.ts'

/** Wie Tage, Spannen und Aufwände auf Deutsch getippt werden. */
export const german: DayWords = {
  today: ['heute'],
  tomorrow: ['morgen'],
  afterTomorrow: ['übermorgen', 'uebermorgen'],
  yesterday: ['gestern'],
  weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'],
  months: [
    ...['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august'],
    ...['september', 'oktober', 'november', 'dezember'],
  ],
  next: ['nächsten', 'nächster', 'nächste', 'naechsten', 'kommenden', 'am', 'diesen'],
  ahead: ['in'],
  until: ['fällig', 'bis', 'am', 'zum', 'spätestens'],
  due: ['fällig', 'bis'],
  units: {
    minute: ['m', 'min', 'minute', 'minuten'],
    hour: ['h', 'std', 'stunde', 'stunden'],
    day: ['t', 'tg', 'tag', 'tage', 'tagen', 'pt'],
    week: ['w', 'wo', 'woche', 'wochen'],
    month: ['mon', 'monat', 'monate', 'monaten'],
  },
}
