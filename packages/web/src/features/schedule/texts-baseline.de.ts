import type { Translated } from '../../platform/language/index.ts'
import type { textsBaseline } from './texts-baseline.ts'

/** Was der Vergleich eines Plans mit einem Basisplan sagt. */
export const german = {
  emptyTitle: 'Noch gibt es nichts, womit sich vergleichen ließe',
  emptySentence:
    'Ein Basisplan bewahrt den Plan, wie er in einem Augenblick ist: wenn der Vertrag unterschrieben ist, wenn der Auftraggeber zustimmt. Später steht hier, was sich seither verschoben hat, um wie viele Arbeitstage, und was es kostet.',
  take: 'Jetzt einen Basisplan festhalten',
  tookIt: 'Basisplan festgehalten',
  table: 'Damals und jetzt geplant',
  what: 'Was verglichen wird',
  items: 'Aufgaben',
  phases: 'Phasen',
  onlyMoved: 'Nur, was sich geändert hat',
  reading: (moved, all) => `${moved} von ${all} Aufgaben geändert`,
  nothing: 'Seither hat sich nichts geändert.',
  added: (count) => `${count} seither neu`,
  gone: (count) => `${count} nicht mehr im Plan`,
  isNew: 'neu',
  copy: 'Als CSV kopieren',
  copied: (rows) => `${rows} Zeilen sind in der Zwischenablage`,
  copyFailed: 'Die Tabelle konnte nicht kopiert werden',
  copyFailedHint:
    'Der Browser hat es nicht erlaubt. Dieser Seite die Zwischenablage erlauben und noch einmal versuchen.',
  whole: 'Ganzer Plan',
  noPhase: 'In keiner Phase',
  count: 'Aufgaben',
  movedCount: 'Geändert',
  was: (name) => `${name} damals`,
  is: (name) => `${name} jetzt`,
  difference: (name) => `${name} (±)`,
  value: { start: 'Beginn', finish: 'Ende', days: 'Tage', effortMin: 'Aufwand', costMinor: 'Kosten' },
  key: 'Kürzel',
} satisfies Translated<typeof textsBaseline>
