import type { RefusalSentences } from './entry.ts'
import type { queryRefusals } from './query.ts'

export const queryRefusalsDe = {
  'query.too_long': {
    sentence: 'Die Abfrage ist länger als {max} Zeichen.',
    remedy: 'Weniger auf einmal sagen oder einen Teil als Schlagwort führen.',
  },
  'query.too_deep': {
    sentence: 'Die Abfrage hat mehr als {max} Klammern ineinander.',
    remedy: 'Flacher schreiben.',
  },
  'query.too_many_terms': {
    sentence: 'Die Abfrage hat mehr als {max} Bedingungen.',
    remedy: 'Eine Liste benutzen: label in (a, b, c).',
  },
  'query.too_many_sorts': {
    sentence: 'Die Abfrage sortiert nach mehr als {max} Feldern.',
    remedy: 'Nach weniger sortieren.',
  },
  'query.character_not_allowed': {
    sentence: 'Nach dem Zeichen {found} lässt sich nicht suchen.',
    remedy: 'Herausnehmen.',
  },
  'query.quote_open': {
    sentence: 'Ein Anführungszeichen wird nie geschlossen.',
    remedy: 'Das schließende ergänzen.',
  },
  'query.unexpected': {
    sentence: '{found} gehört nicht hierher; erwartet: {expected}.',
    remedy: 'Die Abfrage an der markierten Stelle berichtigen.',
  },
  'query.unfinished': {
    sentence: 'Die Abfrage endet zu früh; erwartet: {expected}.',
    remedy: 'Vervollständigen.',
  },
  'query.field_unknown': {
    sentence: 'Es gibt kein Feld {found}.',
    remedy: 'Ein Feld aus der Liste wählen.',
  },
  'query.not_sortable': {
    sentence: 'Nach {field} lassen sich Aufgaben nicht sortieren.',
    remedy: 'Nach einem anderen Feld sortieren.',
  },
  'query.operator_not_allowed': {
    sentence: '{field} lässt sich nicht mit {found} vergleichen.',
    remedy: 'Eines davon benutzen: {expected}.',
  },
  'query.value_wrong': {
    sentence: '{found} ist kein Wert für {field}.',
    remedy: 'Einen angeben wie: {expected}.',
  },
  'query.value_unknown': {
    sentence: 'Unter {field} gibt es nichts namens {found}.',
    remedy: 'Aus der Liste wählen.',
  },
  'query.value_ambiguous': {
    sentence: 'Mehrere heißen {found}: {expected}.',
    remedy: 'Sagen, was davon gemeint ist.',
  },
  'query.nobody_is_me': {
    sentence: 'Hier gibt es kein „me“.',
    remedy: 'Die Person nennen.',
  },
} as const satisfies Record<keyof typeof queryRefusals, RefusalSentences>
