import type { Translated } from '../../platform/language/index.ts'
import type { textsNorm } from './texts-norm.ts'

/** Woher die Norm einer Aufgabe kommt. */
export const german = {
  perUnit: (span, unit) => `${span} je ${unit}`,
  isUsual: (type, norm) => `Norm von ${type}: ${norm}.`,
  willTake: (type, norm) => `Norm von ${type}: ${norm}. Sie gilt, sobald es eine Menge gibt.`,
  isOwn: (type, norm) => `Eine eigene Norm; die von ${type} ist ${norm}.`,
  takeUsual: 'Diese nehmen',
} satisfies Translated<typeof textsNorm>
