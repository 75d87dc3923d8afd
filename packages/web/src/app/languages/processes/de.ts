import type { Catalogue } from '../../../platform/language/index.ts'

/** Was beim Schreiben von Regeln auf Deutsch gesagt wird. */
export const catalogue: Catalogue = import.meta.glob('./features/process/texts-rule*.de.ts', {
  base: '../../../',
  eager: true,
  import: 'german',
})
