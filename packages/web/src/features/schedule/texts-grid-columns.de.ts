import type { Translated } from '../../platform/language/index.ts'
import type { textsColumns } from './texts-grid-columns.ts'

/** Was die Wahl der Spalten der Tabelle sagt. */
export const german = {
  columns: 'Spalten',
  narrower: (name) => `${name} schmaler machen`,
  wider: (name) => `${name} breiter machen`,
  reset: 'Wie am Anfang',
  edge: 'Ziehen, um die Spalte breiter oder schmaler zu machen',
} satisfies Translated<typeof textsColumns>
