import type { Catalogue } from '../../../platform/language/index.ts'

/** Alles, was rund um gezeichnete Modelle auf Deutsch gesagt wird. */
export const catalogue: Catalogue = import.meta.glob(
  [
    './ui/bpmn/**/*.de.ts',
    './features/process/texts-{access,describe,levels,model,properties,repair,rule-grid,rule-panel,rules,steps,suspend,templates,try,versions}.de.ts',
  ],
  { base: '../../../', eager: true, import: 'german' },
)
