import type { calendarRefusals } from './calendar.ts'
import type { RefusalSentences } from './entry.ts'

export const calendarRefusalsDe = {
  'calendar.no_working_time': {
    sentence: 'Der Kalender {name} hat überhaupt keine Arbeitszeit.',
    remedy: 'Ihm an mindestens einem Wochentag Stunden geben.',
  },
  'calendar.zone_unknown': {
    sentence: 'Der Kalender {name} nennt eine Zeitzone, die es nicht gibt: {timeZone}.',
    remedy: 'Sie wie die Zeitzonen-Datenbank nennen, etwa Europe/Berlin.',
  },
  'calendar.week_wrong': {
    sentence: 'Eine Woche des Kalenders {name} hat nicht sieben Tage.',
    remedy: 'Sieben Tage angeben, beginnend mit Montag.',
  },
  'calendar.shifts_wrong': {
    sentence:
      'Stunden des Kalenders {name} überschneiden sich, enden vor ihrem Beginn oder dauern länger als einen Tag.',
    remedy: 'Die Stunden jedes Tages in ihrer Reihenfolge angeben.',
  },
  'calendar.days_wrong': {
    sentence:
      'Der Kalender {name} hat eine Ausnahme oder einen Zeitraum mit Tagen, die es nicht gibt oder die vertauscht sind.',
    remedy: 'Tage zwischen 1900 und 2200 verwenden, den ersten vor dem letzten.',
  },
  'calendar.too_many_exceptions': {
    sentence: 'Der Kalender {name} hat mehr als {max} Ausnahmen und Zeiträume.',
    remedy: 'Lange Vergangenes weglassen oder aufeinander folgende Tage zusammenfassen.',
  },
  'calendar.base_unknown': {
    sentence: 'Den Kalender, auf dem {name} beruht, gibt es nicht.',
    remedy: 'Einen anderen wählen oder keinen.',
  },
  'calendar.base_circle': {
    sentence: 'Der Kalender {name} beruht über andere auf sich selbst.',
    remedy: 'Für einen davon eine andere Grundlage wählen.',
  },
} as const satisfies Record<keyof typeof calendarRefusals, RefusalSentences>
