import type { Translated } from '../../platform/language/index.ts'
import type { texts } from './texts.ts'

export const german = {
  tools: 'Größe des Bilds',
  zoomIn: 'Näher',
  zoomOut: 'Weiter weg',
  fit: 'Alles zeigen',
  keysHint: 'Pfeiltasten führen den Fluss entlang, Enter öffnet, + und − zoomen, 0 zeigt alles.',
} satisfies Translated<typeof texts>
