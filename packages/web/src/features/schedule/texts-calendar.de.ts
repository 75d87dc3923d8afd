import type { Translated } from '../../platform/language/index.ts'
import type { textsCalendar } from './texts-calendar.ts'

/** Was der Editor von Kalendern sagt. */
export const german = {
  base: 'Baut auf',
  noBase: 'nichts',
  timeZone: 'Zeitzone',
  notHere: 'Diesen Kalender teilen alle Projekte. Geändert wird er in den Einstellungen der Organisation.',
  inherited: (weekday, base) => `${weekday} · wie in ${base}`,
  asBase: (base) => `Wie in ${base}`,
  asBaseOf: (weekday, base) => `${weekday} wie in ${base}`,
  periods: 'Zeiten mit einer anderen Woche',
  noPeriods: 'Dieselbe Woche gilt das ganze Jahr.',
  usualWeek: 'der üblichen Woche',
  from: 'Ab',
  to: 'Bis',
  addPeriod: 'Zeit mit einer anderen Woche hinzufügen',
  removePeriod: (day) => `Die Woche ab ${day} entfernen`,
  exceptionHours: 'Stunden (leer: frei)',
  paste: 'Liste von Feiertagen einfügen',
  pasteLabel: 'Feiertage',
  pasteHint: 'Je Zeile ein Tag und sein Name, in beliebiger Reihenfolge.',
  pasteExample: '25.12.2026 Weihnachten',
  unread: (line, count) =>
    count === 1
      ? `In „${line}“ steht kein Tag.`
      : `In „${line}“ und ${count - 1} weiteren Zeilen steht kein Tag.`,
  take: (count) => (count === 1 ? '1 freien Tag hinzufügen' : `${count} freie Tage hinzufügen`),
} satisfies Translated<typeof textsCalendar>
