import type { RefusalSentences } from './entry.ts'
import type { processRefusals } from './process.ts'

export const processRefusalsDe = {
  'process.not_published': {
    sentence: '{name} hat noch kein veröffentlichtes Modell.',
    remedy: 'Das Modell zeichnen oder als Liste schreiben und veröffentlichen.',
  },
  'process.starts_by_event': {
    sentence: '{name} beginnt nur durch ein Ereignis, nicht von Hand.',
    remedy: 'Das Ereignis eintreten lassen oder dem Modell ein Startereignis ohne Auslöser geben.',
  },
  'process.no_draft': {
    sentence: '{name} hat keinen Entwurf.',
    remedy: 'Das Modell mitschicken oder zuerst einen Entwurf speichern.',
  },
  'process.model_unread': {
    sentence: 'Die Datei ist kein lesbares BPMN-Modell: {problem}.',
    remedy: 'Als BPMN-2.0-XML speichern und erneut schicken.',
  },
  'process.model_empty': {
    sentence: 'Das Modell hat keinen Prozess, in dem etwas steht.',
    remedy: 'Mindestens einen Anfang, einen Schritt und ein Ende zeichnen.',
  },
  'process.model_unknown_reference': {
    sentence: '{at} verweist auf {detail}, was im Modell nicht vorkommt.',
    remedy: 'Das Fehlende ergänzen oder den Verweis entfernen. Fehler insgesamt: {count}.',
  },
  'process.model_not_executed': {
    sentence: '{at} kann nicht ausgeführt werden: {detail} wird nicht unterstützt.',
    remedy: 'Es mit anderen Elementen ausdrücken. Fehler insgesamt: {count}.',
  },
  'process.model_misplaced': {
    sentence: '{at} darf nicht dort stehen, wo es steht ({detail}).',
    remedy: 'Verschieben oder entfernen. Fehler insgesamt: {count}.',
  },
  'process.model_expression': {
    sentence: 'Was bei {at} steht, ist nicht verständlich: {detail}.',
    remedy: 'In FEEL schreiben. Fehler insgesamt: {count}.',
  },
  'process.model_no_start': {
    sentence: '{at} hat keinen Anfang.',
    remedy: 'Ein Startereignis ergänzen. Fehler insgesamt: {count}.',
  },
  'process.model_no_event': {
    sentence: '{at} sagt nicht, worauf es wartet oder was es auslöst.',
    remedy: 'Nachricht, Signal, Fehler oder Zeit benennen. Fehler insgesamt: {count}.',
  },
  'process.model_twice': {
    sentence: 'Zwei Elemente haben die Kennung {at}.',
    remedy: 'Einem von ihnen eine andere geben. Fehler insgesamt: {count}.',
  },
  'process.model_no_id': {
    sentence: '{at} hat keine Kennung, an der man seine Arbeit erkennen könnte.',
    remedy: 'Ihm eine Kennung geben, die sonst nichts hat. Fehler insgesamt: {count}.',
  },
  'process.model_too_large': {
    sentence: '{at} ist zu groß, um ausgeführt zu werden (mehr als {detail}).',
    remedy: 'Teile davon als eigene Prozesse zeichnen und diese aufrufen.',
  },

  'process.model_service': {
    sentence: '{at} sagt nicht, wie der Dienst aufgerufen wird ({detail}).',
    remedy:
      'Ein Thema für Ausführende außerhalb nennen oder die Adresse, die aufgerufen wird. Fehler insgesamt: {count}.',
  },
  'process.step_not_open': {
    sentence: '{key} ist nicht der offene Schritt eines laufenden Durchlaufs.',
    remedy: 'Nachsehen, wo der Durchlauf steht: er ist vielleicht schon weiter.',
  },
  'process.no_done_state': {
    sentence: 'Einträge des Typs von {key} haben keinen Zustand, in dem sie erledigt sind.',
    remedy: 'Dem Typ einen geben oder einen anderen Typ wählen.',
  },
  'process.closed': {
    sentence: '{name} ist abgeschlossen: kein neuer Durchlauf kann starten.',
    remedy: 'Den Prozess zuerst wieder öffnen.',
  },
  'process.too_many_steps': {
    sentence: 'Ein Prozess hat höchstens {max} Schritte.',
    remedy: 'In mehrere Prozesse aufteilen.',
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
