import type { Translated } from '../../platform/language/index.ts'
import type { textsPractice } from './texts-practice.ts'

/** Was gesagt wird, wo eine Aufgabe ihre Praktik nennt. */
export const german = {
  pick: 'Praktik',
  none: 'Keine Praktik',
  notInCatalogue: 'nicht im Katalog',
  notDescribed: 'Nicht im Katalog der Praktiken.',
  describe: 'Beschreiben',
  open: 'So wird es gemacht',
  follows: (version) => `folgt Fassung ${String(version)}`,
  draft: 'ein Entwurf, unbeschrieben',
  lacks: (qualifications) =>
    `Von der zuständigen Person ist nicht bekannt, dass sie das kann: ${qualifications.join(', ')}`,
  areas: 'Seine 3x3-Tafel',
} satisfies Translated<typeof textsPractice>
