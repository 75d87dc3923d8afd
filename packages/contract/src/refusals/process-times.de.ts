import type { RefusalSentences } from './entry.ts'
import type { processTimesRefusals } from './process-times.ts'

export const processTimesRefusalsDe = {
  'process.level_length': {
    sentence: '{text} ist keine Dauer, die gezählt werden kann.',
    remedy: 'PT8H für acht Stunden oder P2D für zwei Tage schreiben.',
  },
  'process.level_order': {
    sentence: 'Das Ziel liegt hinter der Frist.',
    remedy: 'Ein Ziel setzen, das vor dem Zugesagten liegt.',
  },
  'process.level_escalation': {
    sentence: 'Eine Stufe der Eskalation gehört zu keinem Punkt, oder es sind mehr als {max}.',
    remedy: 'Das Ziel oder die Warnung dazu setzen oder die Stufe entfernen.',
  },
  'process.level_twice': {
    sentence: '{name} hat schon eine Servicezusage.',
    remedy: 'Diese ändern.',
  },
  'process.schedule_over': {
    sentence: 'Der Zeitplan wäre vorüber, bevor etwas gestartet wird.',
    remedy: 'Ihn später enden lassen.',
  },
  'process.schedule_rule': {
    sentence: 'Starts richten sich nach dem Kalender, nicht danach, wann etwas erledigt wurde.',
    remedy: 'Tage, Wochen, Monate oder Jahre wählen.',
  },
  'process.schedule_of_model': {
    sentence: 'Dieser Zeitplan ist ein Startereignis des Modells.',
    remedy: 'Das Modell ändern oder den Zeitplan anhalten.',
  },
} as const satisfies Record<keyof typeof processTimesRefusals, RefusalSentences>
