import type { RefusalSentences } from './entry.ts'
import type { processSuspensionRefusals } from './process-suspension.ts'

export const processSuspensionRefusalsDe = {
  'process.instance_suspended': {
    sentence: '{title} ist ausgesetzt: {reason} ({by}).',
    remedy: '{by} fragen oder den Durchlauf auf seiner Seite fortsetzen; es geht weiter, wo er war.',
  },
  'process.version_suspended': {
    sentence: 'Mit Version {number} von {name} wird nichts begonnen: {reason} ({by}).',
    remedy: '{by} fragen, die Version unter Versionen freigeben oder eine neue veröffentlichen.',
  },
  'process.not_suspended': {
    sentence: '{title} ist nicht ausgesetzt: Es gibt nichts fortzusetzen.',
    remedy: 'Noch einmal nachsehen: Vielleicht hat es schon jemand fortgesetzt.',
  },
} as const satisfies Record<keyof typeof processSuspensionRefusals, RefusalSentences>
