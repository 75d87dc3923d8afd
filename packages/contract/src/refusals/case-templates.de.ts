import type { caseTemplateRefusals } from './case-templates.ts'
import type { RefusalSentences } from './entry.ts'

/** Von Vorlagen für Fälle. */
export const caseTemplateRefusalsDe = {
  'case.template_name_taken': {
    sentence: 'Eine andere Vorlage heißt schon {name}.',
    remedy: 'Einen anderen Namen wählen.',
  },
  'case.template_removed': {
    sentence: 'Die Vorlage {name} wurde entfernt.',
    remedy: 'Sie zuerst zurückholen.',
  },
  'case.template_unchanged': {
    sentence: 'An der Vorlage {name} gibt es nichts Neues zu veröffentlichen.',
    remedy: 'Sie zuerst ändern.',
  },
  'case.template_unpublished': {
    sentence: 'Die Vorlage {name} ist nicht veröffentlicht.',
    remedy: 'Sie zuerst veröffentlichen.',
  },
  'case.planned_already': {
    sentence: '{name} hat schon einen Plan.',
    remedy: 'Einen anderen Fall nach der Vorlage beginnen.',
  },
  'case.nothing_planned': {
    sentence: 'In {name} ist nichts geplant.',
    remedy: 'Dem Plan zuerst Schritte hinzufügen.',
  },
} as const satisfies Record<keyof typeof caseTemplateRefusals, RefusalSentences>
