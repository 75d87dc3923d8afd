import type { RefusalSentences } from './entry.ts'
import type { exchangeRefusals } from './exchange.ts'

export const exchangeRefusalsDe = {
  'exchange.file_missing': {
    sentence: 'Die Anfrage enthält keine Datei.',
    remedy: 'Eine Datei als multipart/form-data senden.',
  },
  'exchange.file_empty': {
    sentence: '{file} ist leer.',
    remedy: 'Neu exportieren.',
  },
  'exchange.file_too_large': {
    sentence: 'Die Datei ist größer als {max} MB.',
    remedy: 'Aufteilen oder die Administration bitten, IMPORT_MAX_MB zu erhöhen.',
  },
  'exchange.format_unknown': {
    sentence:
      '{file} ist weder eine Tabelle (CSV, XLSX) noch ein Plan (XML aus Microsoft Project, XER aus Primavera) noch der Export eines bekannten Werkzeugs; es sieht aus wie {found}.',
    remedy:
      'Als XLSX oder CSV speichern, als XML aus Microsoft Project, oder die Tafel als JSON exportieren.',
  },
  'exchange.file_unreadable': {
    sentence: '{file} lässt sich nicht lesen: {reason}',
    remedy: 'Neu exportieren und die neue Datei hochladen.',
  },
  'exchange.file_gone': {
    sentence: 'Die hochgeladene Datei {file} ist nicht mehr gespeichert.',
    remedy: 'Neu hochladen.',
  },
  'exchange.state_wrong': {
    sentence: 'Dieser Import hat den Stand {state}; das geht damit jetzt nicht.',
    remedy: 'Den Import ansehen, wie er jetzt ist.',
  },
  'exchange.not_checked': {
    sentence: 'Der Probelauf dieses Imports ist noch nicht fertig.',
    remedy: 'Einen Moment warten und zuerst das Ergebnis ansehen.',
  },
  'exchange.nothing_to_import': {
    sentence: 'Mit dieser Zuordnung lässt sich keine Zeile der Datei importieren.',
    remedy: 'Die Meldungen des Probelaufs ansehen und die Spalten anders zuordnen.',
  },
  'exchange.title_unmapped': {
    sentence: 'Keine Spalte enthält den Titel.',
    remedy: 'Die Spalte wählen, in der die Aufgaben benannt sind.',
  },
  'exchange.column_unknown': {
    sentence: 'Die Datei hat keine Spalte {column}.',
    remedy: 'Unter ihren {count} Spalten wählen, gezählt ab 0.',
  },
  'exchange.sheet_unknown': {
    sentence: 'Die Datei hat kein solches Blatt, oder es steht nichts darin.',
    remedy: 'Unter den Blättern der Datei wählen.',
  },
  'exchange.mapping_twice': {
    sentence: 'Zwei Spalten sind für das Feld {field} bestimmt.',
    remedy: 'Eine davon behalten.',
  },
  'exchange.plan_needs_project': {
    sentence: 'Ein Plan kann nur Teil eines Projekts werden, und {name} ist keines.',
    remedy: 'Ein Projekt wählen oder ein neues anlegen.',
  },
  'exchange.export_column_unknown': {
    sentence: 'Aufgaben haben keine Spalte {column}.',
    remedy: 'Wählen unter: {known}.',
  },
  'exchange.export_too_large': {
    sentence: 'Mehr als {max} Aufgaben wurden gefunden, und mehr fasst eine Datei nicht.',
    remedy: 'Die Abfrage einengen und die Teile einzeln exportieren.',
  },
  'exchange.organisation_export_running': {
    sentence: 'Die Organisation wird gerade schon exportiert.',
    remedy: 'Warten, bis das fertig ist, oder es abbrechen.',
  },
  'exchange.organisation_export_unready': {
    sentence: 'Dieser Export ist nicht fertig.',
    remedy: 'Warten, bis er es ist, oder einen neuen beginnen.',
  },
} as const satisfies Record<keyof typeof exchangeRefusals, RefusalSentences>
