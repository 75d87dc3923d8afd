import type { Catalogue } from '../../../platform/language/index.ts'

/** Alles, was Pläne auf Deutsch sagen. */
export const catalogue: Catalogue = import.meta.glob('./features/schedule/**/*.de.ts', {
  base: '../../../',
  eager: true,
  import: 'german',
})
