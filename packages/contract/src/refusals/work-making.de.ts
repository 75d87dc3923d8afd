import type { RefusalSentences } from './entry.ts'
import type { workMakingRefusals } from './work-making.ts'

export const workMakingRefusalsDe = {
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
} as const satisfies Record<keyof typeof workMakingRefusals, RefusalSentences>
