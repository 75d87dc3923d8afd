import type { Translated } from '../../platform/language/index.ts'
import type { organisationExportTexts } from './texts-organisation-export.ts'

/** Was der Export der ganzen Organisation sagt. */
export const german = {
  title: 'Export der Organisation',
  sentence:
    'Alles in einem Archiv: Arbeit, Personen, Protokoll und Dateien. Jedes Programm kann es lesen, und ein anderes Millrace übernimmt es ohne Verlust.',
  readOnly: 'Nur Inhaber und Administratoren sehen dies.',
  start: 'Alles exportieren',
  startAgain: 'Neu exportieren',
  emptyTitle: 'Alles mitnehmen',
  empty:
    'Für den Umzug auf einen anderen Server, für eine eigene Kopie oder um die Daten mit anderen Werkzeugen anzusehen. Es entsteht im Hintergrund, während alle weiterarbeiten; abgeholt wird es hier.',
  contentTitle: 'Was darin ist',
  content: [
    'Aufgaben mit Verlauf, Kommentaren, Checklisten, Beziehungen, Zeiten und Dateien',
    'Pläne, Prozesse und Fälle, Typen, Felder, Ansichten und Vorlagen',
    'Personen, Teams und Rechte, auch der privaten Bereiche, und das Protokoll',
  ],
  withoutTitle: 'Was hier bleibt',
  without: [
    'Passwörter, Sitzungen, Passkeys und zweite Faktoren',
    'API-Token, Links von Einladungen und Anmeldedienste mit ihren Geheimnissen',
  ],
  keep: 'Die Datei sicher aufbewahren: wer sie hat, kann alles lesen.',
  imported: 'Wer einen Server betreibt, übernimmt sie mit  millrace organisation import DATEI.',
  failedToLoad: 'Die Exporte konnten nicht geladen werden',
  list: 'Exporte',
  state: { running: 'In Arbeit', ready: 'Fertig', failed: 'Fehlgeschlagen' },
  preparing: 'Sieht nach, was es gibt',
  progress: (done, total) => `${done} von ${total} Zeilen und Dateien`,
  progressLabel: 'Wie weit der Export ist',
  facts: (items, files, size) => `${items} Aufgaben, ${files} Dateien, ${size}`,
  missing: (count) =>
    `${count} Dateien hatten ihren Inhalt schon vorher verloren; das Archiv nennt sie. Bitte die Person fragen, die den Server betreibt.`,
  failedHint: 'Es hat nicht geklappt, auch nicht beim nächsten Versuch. Der Grund steht im Log des Servers.',
  until: (moment) => `Aufbewahrt bis ${moment}`,
  by: (person) => `von ${person}`,
  somebody: 'jemandem',
  download: 'Herunterladen',
  downloadOf: (moment) => `Den Export vom ${moment} herunterladen`,
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  removeOf: (moment) => `Den Export vom ${moment} entfernen`,
  older: 'Ältere',
} satisfies Translated<typeof organisationExportTexts>
