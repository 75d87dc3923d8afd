import type { Translated } from '../../platform/language/index.ts'
import type { textsExport } from './texts-export.ts'

/** Was gesagt wird, wenn ein Plan als Datei mitgenommen wird. */
export const german = {
  menu: 'Den Plan als Datei mitnehmen',
  hint: 'Der Plan, wie er ist, soweit Sie ihn sehen',
  asFile: {
    xml: 'Microsoft Project (XML)',
    ics: 'Kalender (iCalendar)',
    csv: 'Tabelle (CSV)',
  },
  about: {
    xml: 'Mit Kalendern, Verknüpfungen, Personen, Kosten und Basisplänen',
    ics: 'Arbeit und Meilensteine als Tage eines Kalenders',
    csv: 'Eine Zeile je Vorgang, für eine Tabellenkalkulation',
  },
  command: {
    xml: 'Plan exportieren: Microsoft Project',
    ics: 'Plan exportieren: Kalender',
    csv: 'Plan exportieren: Tabelle',
  },
} satisfies Translated<typeof textsExport>
