import type { Translated } from '../../platform/language/index.ts'
import type { textsEffect } from './texts-effect.ts'

/** Was über die Wirkung einer Praktik auf den Fluss ihrer Arbeit gesagt wird. */
export const german = {
  title: 'Ihre Wirkung',
  none: 'Wird eine neue Fassung veröffentlicht, nimmt eine Einheit sie auf oder folgt ihr ein Typ von Arbeit, wird der Fluss davor und danach hier verglichen.',
  since: 'Davor und danach',
  version: (number, day) => `Fassung ${String(number)}, ${day}`,
  inUse: (team, day) => `In Gebrauch bei ${team}, ${day}`,
  type: (type, day) => `${type} folgt ihr, ${day}`,
  column: { measure: 'Maß', before: 'Davor', after: 'Danach', change: 'Änderung (90 %)' },
  cycle: 'Durchlaufzeit, Median',
  rework: 'Kam nach dem Abschluss zurück',
  spent: 'Aufgewandte Zeit, Median',
  sample: 'Erledigte Aufgaben',
  percent: (share) => `${String(Math.round(share * 100))} %`,
  range: (value, low, high) => `${value} (${low} bis ${high})`,
  nothing: 'nicht bekannt',
  noChange: '–',
  small: 'Weniger als 20 erledigte Aufgaben auf einer Seite: das sagt noch wenig.',
} satisfies Translated<typeof textsEffect>
