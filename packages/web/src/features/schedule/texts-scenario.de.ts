import type { Translated } from '../../platform/language/index.ts'
import type { textsScenario } from './texts-scenario.ts'

/** Was ein Plan sagt, wie er sein könnte. */
export const german = {
  title: 'Was wäre, wenn',
  open: 'Was wäre, wenn',
  openHint: 'Änderungen ausprobieren: niemand sieht sie, bevor Sie sie ausführen',
  hint: 'Balken verschieben und Verknüpfungen ziehen: nichts ändert sich, bevor Sie es ausführen.',
  changes: (count) => (count === 1 ? '1 Änderung' : `${count} Änderungen`),
  finish: (from, to) => (from === to ? `Ende bleibt ${to}` : `Ende ${from} → ${to}`),
  moved: (count) => (count === 1 ? '1 Vorgang bewegt sich' : `${count} Vorgänge bewegen sich`),
  keep: 'Ausführen',
  drop: 'Verwerfen',
  kept: 'Ausgeführt, was ausprobiert wurde',
} satisfies Translated<typeof textsScenario>
