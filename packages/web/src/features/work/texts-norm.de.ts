import type { Translated } from '../../platform/language/index.ts'
import type { textsNorm } from './texts-norm.ts'

/** Die Norm eines Typs. */
export const german = {
  norm: 'Arbeit je Einheit (Norm)',
  normHint: 'Im Plan ist Menge mal Norm der Aufwand; eine Aufgabe übernimmt die Norm mit ihrer Menge.',
  unit: 'Einheit der Norm',
} satisfies Translated<typeof textsNorm>
