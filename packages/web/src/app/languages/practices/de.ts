import type { Catalogue } from '../../../platform/language/index.ts'

/** Alles, was Praktiken auf Deutsch sagen. */
export const catalogue: Catalogue = import.meta.glob('./features/practice/**/*.de.ts', {
  base: '../../../',
  eager: true,
  import: 'german',
})
