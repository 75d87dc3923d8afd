import type { Catalogue } from '../../../platform/language/index.ts'

/** Alles, was Pläne von Fällen auf Deutsch sagen. */
export const catalogue: Catalogue = import.meta.glob('./features/case/**/*.de.ts', {
  base: '../../../',
  eager: true,
  import: 'german',
})
