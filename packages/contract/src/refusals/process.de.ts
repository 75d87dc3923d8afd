import type { RefusalSentences } from './entry.ts'
import type { processRefusals } from './process.ts'

export const processRefusalsDe = {
  'process.no_steps': {
    sentence: '{name} hat noch keine Schritte.',
    remedy: 'Den ersten Schritt hinzufügen.',
  },
  'process.closed': {
    sentence: '{name} ist abgeschlossen: kein neuer Durchlauf kann starten.',
    remedy: 'Den Prozess zuerst wieder öffnen.',
  },
  'process.too_many_steps': {
    sentence: 'Ein Prozess hat höchstens {max} Schritte.',
    remedy: 'In mehrere Prozesse aufteilen.',
  },
  'process.step_archived': {
    sentence: 'Der Schritt {name} ist archiviert und kann nicht geändert werden.',
    remedy: 'An seiner Stelle einen neuen hinzufügen.',
  },
  'process.step_open': {
    sentence: '{key} ist der offene Schritt eines laufenden Durchlaufs: {title}.',
    remedy: 'Den Schritt erledigen oder den Durchlauf abbrechen, was seine offene Arbeit archiviert.',
  },
  'process.instance_over': {
    sentence: '{title} ist schon {state}.',
    remedy: 'Einen anderen Durchlauf starten.',
  },
} as const satisfies Record<keyof typeof processRefusals, RefusalSentences>
