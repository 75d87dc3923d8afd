import type { Catalogue } from '../../../platform/language/index.ts'

/** Alles, was Fälle auf Deutsch sagen. */
export const catalogue: Catalogue = import.meta.glob('./features/case/**/*.de.ts', {
  base: '../../../',
  eager: true,
  import: 'german',
})
