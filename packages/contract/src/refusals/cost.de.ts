import type { costRefusals } from './cost.ts'
import type { RefusalSentences } from './entry.ts'

export const costRefusalsDe = {
  'cost.day_wrong': {
    sentence: '{day} ist kein Tag.',
    remedy: 'Als JJJJ-MM-TT schreiben.',
  },
  'cost.days_wrong': {
    sentence: '{from} bis {to} ist keine Spanne von 1 bis {max} Tagen.',
    remedy: 'Weniger Tage auf einmal erfragen, den ersten zuerst.',
  },
  'cost.minutes_wrong': {
    sentence: '{minutes} Minuten arbeitet niemand an einem Tag.',
    remedy: 'Ganze Minuten angeben, von 1 bis 1440.',
  },
  'cost.note_too_long': {
    sentence: 'Die Notiz ist länger als {max} Zeichen.',
    remedy: 'Kürzen oder als Kommentar schreiben.',
  },
  'cost.not_running': {
    sentence: 'Diese Stoppuhr läuft nicht mehr.',
    remedy: 'Stattdessen die Minuten des Eintrags ändern.',
  },
  'cost.still_running': {
    sentence: 'Die Stoppuhr läuft noch: ihre Minuten stehen fest, wenn sie anhält.',
    remedy: 'Zuerst anhalten.',
  },
  'cost.not_yours': {
    sentence: 'Diese Zeit hat jemand anderes aufgewendet.',
    remedy: 'Diese Person fragen oder jemanden, der den Ort verwaltet.',
  },
} as const satisfies Record<keyof typeof costRefusals, RefusalSentences>
