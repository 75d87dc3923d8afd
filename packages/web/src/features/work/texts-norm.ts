import { words } from '../../platform/language/index.ts'

/** The norm of production of a type. */
export const textsNorm = words('features/work/texts-norm', {
  norm: 'Work for each unit (norm)',
  normHint: 'On a plan, quantity times norm is the effort; an item takes the norm over with its quantity.',
  unit: 'Unit of the norm',
})
