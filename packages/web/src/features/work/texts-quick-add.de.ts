import type { Translated } from '../../platform/language/index.ts'
import type { textsQuickAdd } from './texts-quick-add.ts'

/** Die Wörter um eine Zeile, in der eine neue Aufgabe geschrieben wird. */
export const german = {
  understood: 'Aus der Zeile verstanden',
  keep: (text) => `„${text}“ im Titel lassen`,
  unknown: (text) => `${text}: kein solcher Name`,
  several: (text) => `${text}: mehrere beginnen so`,
  due: (day) => `Fällig ${day}`,
  effort: (effort) => `Aufwand ${effort}`,
} satisfies Translated<typeof textsQuickAdd>
