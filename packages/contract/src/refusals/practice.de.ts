import type { RefusalSentences } from './entry.ts'
import type { practiceRefusals } from './practice.ts'

export const practiceRefusalsDe = {
  'practice.name_taken': {
    sentence: '{name} steht schon im Katalog.',
    remedy:
      'Den vorhandenen Eintrag nehmen, ihn zurückholen, falls er archiviert ist, oder einen anderen Namen wählen.',
  },
  'practice.archived': {
    sentence: '{name} ist archiviert und kann nicht geändert werden.',
    remedy: 'Zuerst zurückholen.',
  },
  'practice.no_role': {
    sentence: 'Niemand wendet {name} an.',
    remedy: 'Mindestens eine Rolle nennen.',
  },
  'practice.no_output': {
    sentence: 'Bei {name} kommt nichts heraus.',
    remedy: 'Mindestens ein Artefakt nennen und den Zustand, in den die Praktik es bringt.',
  },
  'practice.not_described': {
    sentence: '{name} ist nicht beschrieben.',
    remedy:
      'Schreiben, wie sie ausgeführt wird, eine Checkliste hinzufügen oder ein Modell, ein Formular oder eine Vorlage anhängen.',
  },
  'practice.unchanged': {
    sentence: 'Der Entwurf von {name} sagt dasselbe wie Version {number}.',
    remedy: 'Zuerst etwas ändern: es gibt nichts zu veröffentlichen.',
  },
  'practice.norm_wrong': {
    sentence: 'Der Richtwert von {name} läuft nicht von niedrig über wahrscheinlich nach hoch.',
    remedy: 'Die drei Zahlen ordnen.',
  },
  'practice.order_circle': {
    sentence: 'Diese Praktiken kämen vor sich selbst: {circle}.',
    remedy: 'Einen Schritt aus dem Kreis nehmen.',
  },
  'practice.no_state': {
    sentence: '{name} hat keinen Zustand.',
    remedy: 'Mindestens einen Zustand nennen, in dem es sein kann.',
  },
  'practice.state_twice': {
    sentence: '{name} hat den Zustand {state} zweimal.',
    remedy: 'Jedem Zustand einen eigenen Namen geben.',
  },
  'practice.state_in_use': {
    sentence: 'Den Zustand {state} von {name} nennt eine Praktik oder ein Artefakt.',
    remedy: 'Ihn behalten oder zuerst aus den Praktiken nehmen.',
  },
  'practice.type_in_use': {
    sentence: '{name} wird gebraucht: {practices}.',
    remedy: 'Zuerst aus ihnen herausnehmen.',
  },
  'practice.adoption_unchanged': {
    sentence: '{name} ist schon in diesem Zustand.',
    remedy: 'Einen anderen Zustand wählen.',
  },
  'practice.adoption_jump': {
    sentence: '{name} geht nur einen Zustand auf einmal weiter.',
    remedy: 'Zuerst den nächsten Zustand nehmen.',
  },
  'practice.adoption_evidence': {
    sentence: 'Zu {name} sind {count} Fragen dieses Zustands nicht beantwortet.',
    remedy: 'Zu jeder Frage sagen, woran es zu sehen ist.',
  },
  'practice.artifact_evidence': {
    sentence: 'Zu {name} sind {count} Fragen des Zustands, den diese Arbeit verlangt, nicht beantwortet.',
    remedy: 'Sie an der Aufgabe beantworten, dann abschließen.',
  },
  'practice.artifact_delivered': {
    sentence: '{name} ist von dieser Arbeit geliefert.',
    remedy: 'Eine andere Aufgabe es in einem anderen Zustand verlangen lassen.',
  },
  'practice.artifact_asked': {
    sentence: '{count} offene Aufgaben verlangen {name}.',
    remedy: 'Sie abschließen oder es nicht mehr verlangen lassen.',
  },
  'practice.change_same': {
    sentence: 'Arbeit vom Typ {type} folgt schon {name}.',
    remedy: 'Eine andere Praktik wählen.',
  },
  'practice.initiative_missing': {
    sentence: 'Arbeit vom Typ {type} folgt {name}. Welcher Praktik sie folgt, ändert nur ein Vorhaben.',
    remedy:
      'Die Aufgabe der Verbesserung oder Organisationsentwicklung nennen, zu der diese Änderung gehört.',
  },
  'practice.initiative_elsewhere': {
    sentence: 'Bei {key} geht es nicht um Methoden und Werkzeuge (Bereich 3.2).',
    remedy: 'Eine Aufgabe aus Bereich 3.2 nennen oder diese dorthin legen.',
  },
  'practice.initiative_closed': {
    sentence: '{key} ist erledigt oder archiviert.',
    remedy: 'Ein offenes Vorhaben nennen.',
  },
} as const satisfies Record<keyof typeof practiceRefusals, RefusalSentences>
