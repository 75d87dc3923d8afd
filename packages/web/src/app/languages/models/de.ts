import type { Catalogue } from '../../../platform/language/index.ts'

/** Alles, was rund um gezeichnete Modelle auf Deutsch gesagt wird. */
export const catalogue: Catalogue = import.meta.glob(
  ['./ui/bpmn/**/*.de.ts', './features/process/texts-{model,properties,templates,try,versions,steps}.de.ts'],
  { base: '../../../', eager: true, import: 'german' },
)
