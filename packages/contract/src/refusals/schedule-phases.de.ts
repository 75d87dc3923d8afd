import type { RefusalSentences } from './entry.ts'
import type { schedulePhaseRefusals } from './schedule-phases.ts'

export const schedulePhaseRefusalsDe = {
  'schedule.package_leaves': {
    sentence:
      '{title} ist ein Arbeitspaket von {phase}, einer späteren Phase: außerhalb wäre es offen für Einzelheiten.',
    remedy: 'Die Phase aufrücken lassen oder das Paket zusammen mit einem neuen Basisplan herausnehmen.',
  },
  'schedule.phase_holds_work': {
    sentence: 'In {name} liegen {count} Aufgaben.',
    remedy: 'Sie zuerst in eine andere Phase legen.',
  },
  'schedule.phase_closed': {
    sentence: '{name} ist abgeschlossen, und die Freigabe bleibt, wie sie war.',
    remedy: 'Die Phase zuerst wieder zur laufenden machen.',
  },
  'schedule.gate_not_passed': {
    sentence: '{gate}, die Freigabe am Ende von {phase}, ist nicht erteilt: dahinter geht nichts weiter.',
    remedy: 'Zuerst über die Freigabe entscheiden oder sie entfernen.',
  },
  'schedule.gate_not_due': {
    sentence: 'Über {gate} wird entschieden, während {phase} die laufende Phase ist, und das ist sie nicht.',
    remedy: 'Sie zuerst zur laufenden Phase machen.',
  },
  'schedule.gate_not_yours': {
    sentence: 'Über {gate} entscheidet jemand anderes.',
    remedy: 'Dort nachfragen, oder die Projektleitung ändern lassen, wer entscheidet.',
  },
  'schedule.gate_date_ahead': {
    sentence: '{date} liegt noch vor uns: dann kann über {gate} nicht entschieden worden sein.',
    remedy: 'Den Tag der Entscheidung angeben.',
  },
  'schedule.gate_reason_needed': {
    sentence: 'Eine Entscheidung, die {gate} nicht einfach erteilt, braucht ihren Grund.',
    remedy: 'Sagen, warum; bei Auflagen, welche.',
  },
  'schedule.gate_criteria_open': {
    sentence: '{count} Kriterien von {gate} sind nicht erfüllt.',
    remedy: 'Sie erfüllen oder mit Auflagen freigeben.',
  },
  'schedule.gate_criterion_twice': {
    sentence: 'Zwei Kriterien haben dieselbe Kennung: {text}.',
    remedy: 'Jedem eine eigene Kennung geben.',
  },
  'schedule.gate_decided': {
    sentence: 'Über {gate} wurde schon entschieden, und das bleibt festgehalten.',
    remedy: 'Kriterien oder Entscheider ändern oder neu entscheiden.',
  },
} as const satisfies Record<keyof typeof schedulePhaseRefusals, RefusalSentences>
