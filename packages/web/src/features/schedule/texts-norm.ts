import { words } from '../../platform/language/plan-words.ts'

/** Where the norm of an item comes from. */
export const textsNorm = words('features/schedule/texts-norm', {
  perUnit: (span: string, unit: string) => `${span} for each ${unit}`,
  isUsual: (type: string, norm: string) => `Norm of ${type}: ${norm}.`,
  willTake: (type: string, norm: string) => `Norm of ${type}: ${norm}. It is taken over with the quantity.`,
  isOwn: (type: string, norm: string) => `A norm of its own; that of ${type} is ${norm}.`,
  takeUsual: 'Take that',
})
