import type { Translated } from '../../platform/language/index.ts'
import type { textsKeys } from './texts-keys.ts'

/** Wörter für die Tasten von Listen, Tabellen und Tafeln. */
export const german = {
  group: 'Aufgaben',
  view: 'Diese Ansicht',
  next: 'Nächste Aufgabe',
  previous: 'Vorige Aufgabe',
  extend: 'Weitere Aufgaben markieren',
  left: 'Spalte links',
  right: 'Spalte rechts',
  leave: 'Markierung aufheben',
  edit: {
    state: 'Status ändern …',
    responsible: 'Zuweisen …',
    priority: 'Priorität setzen …',
    due: 'Fälligkeit setzen …',
    labels: 'Schlagwort setzen …',
    wait: 'Warten auf …',
    block: 'Blockiert durch …',
    handOff: 'Übergeben …',
    group: 'Verschieben nach …',
  },
  finish: 'Erledigen',
  peek: 'Vorschau',
  open: 'Öffnen',
  select: 'Markieren',
  selectAll: 'Alles Gezeigte markieren',
  filter: 'Hier filtern',
  create: 'Neue Aufgabe hier',
  exportAs: {
    csv: 'Als Tabelle exportieren (CSV)',
    xlsx: 'Als Tabelle exportieren (XLSX)',
    json: 'Für Programme exportieren (JSON)',
  },
  exportMenu: 'Exportieren',
  copyTable: 'Als Tabelle kopieren',
  layout: {
    list: 'Als Liste zeigen',
    board: 'Als Tafel zeigen',
    table: 'Als Tabelle zeigen',
    calendar: 'Als Kalender zeigen',
    timeline: 'Als Zeitleiste zeigen',
  },
} satisfies Translated<typeof textsKeys>
