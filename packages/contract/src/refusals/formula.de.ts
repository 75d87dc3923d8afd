import type { RefusalSentences } from './entry.ts'
import type { formulaRefusals } from './formula.ts'

export const formulaRefusalsDe = {
  'formula.empty': {
    sentence: 'Die Formel ist leer.',
    remedy: 'Schreiben, was das Feld ergeben soll, etwa: effort * 80.',
  },
  'formula.too_long': {
    sentence: 'Die Formel ist länger als {max} Zeichen.',
    remedy: 'Einen Teil davon in ein eigenes Formelfeld legen und dieses benutzen.',
  },
  'formula.too_large': {
    sentence: 'Die Formel hat mit denen, die sie benutzt, mehr als {max} Teile.',
    remedy: 'Mit weniger Schritten sagen.',
  },
  'formula.too_deep': {
    sentence: 'Die Formel liegt mit denen, die sie benutzt, mehr als {max} Ebenen tief.',
    remedy: 'Flacher schreiben.',
  },
  'formula.character_not_allowed': {
    sentence: 'Das Zeichen {found} hat in einer Formel keine Bedeutung.',
    remedy: 'Herausnehmen oder in Anführungszeichen setzen, wenn es Text ist.',
  },
  'formula.quote_open': {
    sentence: 'Ein Anführungszeichen wird nie geschlossen.',
    remedy: 'Das schließende ergänzen.',
  },
  'formula.unexpected': {
    sentence: '{found} gehört nicht hierher; erwartet: {expected}.',
    remedy: 'Die Formel an der markierten Stelle berichtigen.',
  },
  'formula.unfinished': {
    sentence: 'Die Formel endet zu früh; erwartet: {expected}.',
    remedy: 'Vervollständigen.',
  },
  'formula.name_unknown': {
    sentence: 'Es gibt kein Feld {found}.',
    remedy: 'Ein Feld mit seinem Namen in Abfragen benutzen oder Text in Anführungszeichen setzen.',
  },
  'formula.function_unknown': {
    sentence: 'Es gibt keine Funktion {found}.',
    remedy: 'Eine aus der Liste der Funktionen wählen.',
  },
  'formula.type_wrong': {
    sentence: 'Hier steht {is}, nötig ist aber {expected}.',
    remedy: 'Die Formel an der markierten Stelle berichtigen.',
  },
  'formula.arguments_wrong': {
    sentence: '{found} bekommt zu wenige oder zu viele Werte.',
    remedy: 'So schreiben: {expected}.',
  },
  'formula.cycle': {
    sentence: 'Diese Felder hingen im Kreis voneinander ab: {path}.',
    remedy: 'Eines davon aus der Formel nehmen.',
  },
  'formula.result_wrong': {
    sentence: 'Eine Formel kann nicht {is} ergeben.',
    remedy: 'Sie eine Zahl, einen Betrag, einen Text, ein Datum oder ja oder nein ergeben lassen.',
  },
  'formula.measure_wrong': {
    sentence: '{found} geht nur von {expected}.',
    remedy: 'Ein anderes Feld wählen oder anders zusammenfassen.',
  },
  'formula.on_roll_up': {
    sentence: 'Eine Zusammenfassung kann keine andere zusammenfassen: {path}.',
    remedy: 'Das Feld darunter zusammenfassen, über alle Teilaufgaben.',
  },
  'formula.breaks': {
    sentence: 'Das Feld {field} benutzt dieses und würde nicht mehr gehen.',
    remedy: 'Zuerst {field} ändern.',
  },
} as const satisfies Record<keyof typeof formulaRefusals, RefusalSentences>
