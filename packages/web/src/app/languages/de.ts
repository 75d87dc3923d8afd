import { importProblemsDe, paramWordsDe, refusalsDe } from '@millrace/contract/languages/de'
import type { Catalogue } from '../../platform/language/index.ts'

/**
 * Alles, was die Oberfläche auf Deutsch sagt: jede Datei `*.de.ts` neben der, die es auf Englisch sagt. Was Pläne,
 * Praktiken, Fälle und gezeichnete Modelle sagen, kommt mit ihnen.
 */
export const catalogue: Catalogue = {
  ...import.meta.glob(
    [
      './**/*.de.ts',
      '!./features/schedule/**',
      '!./features/practice/**',
      '!./features/case/**',
      '!./ui/bpmn/**',
      '!./features/process/texts-{access,describe,levels,model,properties,repair,rule-grid,rule-panel,rules,steps,suspend,templates,try,versions}.de.ts',
    ],
    { base: '../../', eager: true, import: 'german' },
  ),
  refusals: refusalsDe,
  'refusal-params': paramWordsDe,
  'import-problems': importProblemsDe,
}
