import type { Translated } from '../../platform/language/index.ts'
import type { textsPhases } from './texts-phases.ts'

/** Was Phasen eines Plans und ihre Spannen sagen. */
export const german = {
  title: 'Phasen und Freigaben',
  emptyTitle: 'Noch keine Phasen',
  emptySentence:
    'Eine Phase ist ein Abschnitt des Projekts, dessen Ende alle sehen: Entwurf, Rohbau, Ausbau. Die laufende und die nächste werden genau geplant; von späteren genügen Spannen, bis sie aufrücken. Eine Freigabe am Ende sagt, was wahr sein muss, bevor die nächste sich öffnet.',
  offHint:
    'Aus: jede Phase darf genau geplant werden. So beginnen übernommene Pläne. Einschalten, sobald spätere Phasen Pakete mit Spannen enthalten.',
  show: (name) => `${name} zeigen`,
  hide: (name) => `${name} verbergen`,
  days: (from, low, high) => (low === high ? `${from} – ${low}` : `${from} – zwischen ${low} und ${high}`),
  endsBetween: (low, high) => (low === high ? `endet ${low}` : `endet zwischen ${low} und ${high}`),
  startsOn: (day) => `ab ${day}`,
  earlier: (name) => `${name} vor die darüber legen`,
  later: (name) => `${name} hinter die darunter legen`,
  remove: (name) => `${name} entfernen`,
  estimate: 'Was sie braucht',
  estimateHint: 'Von und bis. Bei späteren Phasen sind beide verschieden.',
  effort: 'Aufwand',
  duration: 'Dauer',
  people: 'Personen zugleich',
  cost: 'Kosten',
  costIn: (currency) => `Kosten (${currency})`,
  lowOf: (what) => `${what}, mindestens`,
  highOf: (what) => `${what}, höchstens`,
  to: 'bis',
  spanHint: '10d',
  wrong: 'Nicht verstanden',
  bothEnds: 'Beide Enden oder keines',
  leaves: (title, phase) =>
    `${title} ist ein Paket von ${phase}. Außerhalb der späteren Phasen lässt es sich genau planen.`,
  leavesHint: 'Zuerst wird der Plan als Basisplan festgehalten.',
  takeOut: 'Herausnehmen und Basisplan festhalten',
  keepIn: 'Darin lassen',
  added: (name) => `${name} hinzugefügt`,
  changed: (name) => `${name} geändert`,
  removed: (name) => `${name} entfernt`,
  moved: (name) => `${name} verschoben`,
  promoted: (name) => `${name} aufgerückt`,
  placed: (title) => `${title} in eine andere Phase gelegt`,
  waveOn: 'Planen in Wellen begonnen',
  waveOff: 'Planen in Wellen beendet',
} satisfies Translated<typeof textsPhases>
