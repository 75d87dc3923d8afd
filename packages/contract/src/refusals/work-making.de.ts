import type { RefusalSentences } from './entry.ts'
import type { workMakingRefusals } from './work-making.ts'

export const workMakingRefusalsDe = {
  'work.too_many_sums': {
    sentence: 'Höchstens {max} Felder werden auf einmal zusammengezählt.',
    remedy: 'Weniger Summen verlangen.',
  },
  'work.not_summable': {
    sentence: '{field} enthält nichts, was sich zusammenzählen lässt.',
    remedy: 'Ein Feld mit Zahlen oder Geld wählen.',
  },
  'work.merge_itself': {
    sentence: '{key} lässt sich nicht mit sich selbst zusammenführen.',
    remedy: 'Die andere Aufgabe wählen, in der es um dieselbe Arbeit geht.',
  },
  'work.merge_into_part': {
    sentence: '{into} liegt unter {key}; deshalb kann {key} darin nicht aufgehen.',
    remedy: 'Umgekehrt zusammenführen oder {into} zuerst darunter hervorholen.',
  },
  'work.merge_confidential': {
    sentence: '{key} ist vertraulich, und {into} sehen mehr Personen.',
    remedy: '{into} auf dieselben Personen beschränken oder die Vertraulichkeit von {key} aufheben.',
  },
  'work.seen_by_too_many': {
    sentence: 'Höchstens {max} Personen lassen sich nennen, die eine Aufgabe sehen.',
    remedy: 'Weniger Personen nennen oder die Aufgabe in einen privaten Bereich legen.',
  },
  'work.seen_by_without_you': {
    sentence: '{key} wäre für Sie selbst nicht mehr zu sehen.',
    remedy: 'Sich selbst unter den Personen nennen, die die Aufgabe sehen.',
  },
  'work.template_confidential': {
    sentence: '{key} ist vertraulich, eine Vorlage ist es nicht.',
    remedy:
      'Zuerst die Vertraulichkeit von {key} aufheben oder die Aufgabe dort kopieren, wo sie gebraucht wird.',
  },
  'work.recurrence_over': {
    sentence: 'Die Reihe wäre vorbei, bevor sich etwas wiederholt.',
    remedy: 'Ein späteres Ende wählen oder keines.',
  },
  'work.recurrence_passed_on': {
    sentence: 'Diese Aufgabe ist abgelöst: {key} ist die neueste ihrer Reihe.',
    remedy: 'Ändern, wie sich {key} wiederholt.',
  },
  'work.recurrence_none': {
    sentence: '{key} wiederholt sich nicht.',
    remedy: 'Die Seite neu laden, um zu sehen, was sich geändert hat.',
  },
  'work.templates_full': {
    sentence: 'Es gibt schon {max} Vorlagen.',
    remedy: 'Einige entfernen, die niemand benutzt.',
  },
  'work.template_needs_place': {
    sentence: 'Eine Aufgabe aus einer Vorlage braucht einen Ort.',
    remedy: 'Sagen, in welchem Projekt, Prozess, Fall oder welcher Liste sie angelegt wird.',
  },
  'work.template_needs_key': {
    sentence: 'Neue Projekte, Prozesse, Fälle und Listen brauchen ein Kürzel.',
    remedy: 'Zwei bis zehn Großbuchstaben und Ziffern angeben, etwa TWR.',
  },
} as const satisfies Record<keyof typeof workMakingRefusals, RefusalSentences>
