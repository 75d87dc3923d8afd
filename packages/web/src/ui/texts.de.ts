import type { Translated } from '../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Die Bausteine, aus denen alles besteht. */
export const german = {
  close: 'Schließen',
  retry: 'Erneut versuchen',
  actions: 'Aktionen',
  example: 'Beispiel zeigen',
  loading: 'Wird geladen',
  priorities: ['Keine Priorität', 'Niedrig', 'Mittel', 'Hoch', 'Dringend'],
  day: {
    label: 'Tag',
    hint: 'Fr, +3t, 14. Dez',
    openCalendar: (field) => `Kalender öffnen: ${field}`,
    today: 'Heute',
    tomorrow: 'Morgen',
    inAWeek: 'In einer Woche',
    none: 'Kein Datum',
    calendar: {
      previousMonth: 'Monat davor',
      nextMonth: 'Monat danach',
      previousYear: 'Jahr davor',
      nextYear: 'Jahr danach',
      previousDecade: 'Zehn Jahre davor',
      nextDecade: 'Zehn Jahre danach',
    },
  },
  dayInWords: { yesterday: 'gestern', today: 'heute', tomorrow: 'morgen' },
  range: (from, to) => `${from} bis ${to}`,
  quarter: (number) => `Q${number}`,
  now: 'gerade eben',
  ago: (span) => `vor ${span}`,
  span: {
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} Tg.`,
    months: (count) => `${count} Mon.`,
    years: (count) => `${count} J.`,
  },
  attaching: (name) => `${name} wird angehängt …`,
  comment: 'Kommentar',
} satisfies Translated<typeof texts>
