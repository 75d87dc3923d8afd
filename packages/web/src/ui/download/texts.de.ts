import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

/** Was zu einer Datei gesagt wird, während sie eintrifft. */
export const german = {
  underWay: 'Export läuft',
  arrived: (megabytes, items) => `${megabytes} MB bisher, ${items} Aufgaben insgesamt`,
  beginning: 'Die Aufgaben werden zusammengestellt',
  cancel: 'Abbrechen',
  cancelled: 'Der Export wurde abgebrochen.',
  done: (items, name) => `${items} Aufgaben sind in ${name}`,
} satisfies Translated<typeof texts>
