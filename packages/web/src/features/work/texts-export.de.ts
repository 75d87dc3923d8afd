import type { Translated } from '../../platform/language/index.ts'
import type { textsExport } from './texts-export.ts'

/** Was zu Dateien gesagt wird, die aus einer Ansicht entstehen. */
export const german = {
  asFile: { csv: 'Tabelle (CSV)', xlsx: 'Tabelle (XLSX)', json: 'Für Programme (JSON)' },
  hint: 'Was der Filter findet, in seiner Reihenfolge',
  copyMarked: (count) =>
    count === 1 ? '1 markierte als Tabelle kopieren' : `${count} markierte als Tabelle kopieren`,
  copied: (what) => `${what} als Tabelle kopiert`,
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt.',
  copyFailedHint: 'Der Seite die Zwischenablage erlauben oder stattdessen eine Datei exportieren.',
} satisfies Translated<typeof textsExport>
