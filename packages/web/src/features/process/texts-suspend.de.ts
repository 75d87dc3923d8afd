import type { Translated } from '../../platform/language/index.ts'
import type { textsSuspend } from './texts-suspend.ts'

export const german: Translated<typeof textsSuspend> = {
  suspended: 'ausgesetzt',
  filter: 'Ausgesetzt',
  none: 'Nichts ist ausgesetzt. Ein ausgesetzter Durchlauf steht still, bis ihn jemand fortsetzt.',
  suspend: 'Aussetzen…',
  resume: 'Fortsetzen…',
  suspendTitle: 'Den Durchlauf aussetzen',
  resumeTitle: 'Den Durchlauf fortsetzen',
  suspendedBy: (who, when) => `Ausgesetzt von ${who}, ${when}`,
  somebody: 'Millrace',
  doneSuspend: (title) => `${title} ausgesetzt`,
  doneResume: (title) => `${title} fortgesetzt`,
  what: 'Hier geht nichts weiter: Aufgaben lassen sich nicht erledigen, Uhren warten. Was inzwischen kommt, bleibt aufgehoben und wirkt beim Fortsetzen.',
  version: {
    suspend: 'Keine neuen Durchläufe…',
    resume: 'Freigeben…',
    suspendTitle: (number) => `Mit Version ${number} nichts mehr beginnen`,
    resumeTitle: (number) => `Version ${number} wieder freigeben`,
    suspendWhat:
      'Mit dieser Version beginnt kein Durchlauf mehr, weder von Hand noch durch eine Nachricht, eine Uhr, einen Zeitplan oder einen anderen Prozess. Was läuft, läuft weiter.',
    resumeWhat: 'Mit dieser Version beginnen wieder Durchläufe, auch durch aufgehobene Nachrichten.',
    mark: 'keine neuen Durchläufe',
    doneSuspend: (number) => `Version ${number} beginnt nichts mehr`,
    doneResume: (number) => `Version ${number} freigegeben`,
  },
}
