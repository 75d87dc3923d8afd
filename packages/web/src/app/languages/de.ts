import type { Catalogue } from '../../platform/language/index.ts'

/** Alles, was die Oberfläche auf Deutsch sagt. */
export const catalogue: Catalogue = {}
