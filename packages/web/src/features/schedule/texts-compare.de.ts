import type { Translated } from '../../platform/language/index.ts'
import type { textsCompare } from './texts-compare.ts'

/** Was der Vergleich eines Plans mit seinen Szenarien sagt. */
export const german = {
  title: 'Der Plan und seine Szenarien',
  explain:
    'Was jedes Szenario am Plan ändern würde. Niemand sonst sieht sie, und nichts ändert sich, bevor eines ausgeführt wird.',
  compare: 'Vergleichen',
  compareHint: 'Der Plan neben allen seinen Szenarien',
  emptyTitle: 'Was wäre, wenn …?',
  emptySentence:
    'Eine Person oder Maschine dazunehmen, anders arbeiten oder etwas weglassen, und hier sehen, was das mit Ende, Kosten und Auslastung macht. Nichts ändert sich, bevor Sie es ausführen.',
  begin: 'Neues Szenario',
  standing: 'Der Plan, wie er ist',
  open: 'Öffnen',
  openOf: (name) => `${name} öffnen`,
  isOpen: 'gerade offen',
  column: {
    plan: 'Plan',
    finish: 'Ende',
    cost: 'Kosten',
    effort: 'Aufwand',
    overloads: 'Überlastungen',
    late: 'Nach der Frist',
    changes: 'Änderungen',
  },
  none: 'keine',
  unknown: 'nicht bekannt',
  same: 'wie im Plan',
  earlier: (days) => `${days} T früher`,
  later: (days) => `${days} T später`,
  more: (amount) => `${amount} mehr`,
  less: (amount) => `${amount} weniger`,
  overloads: (count, work) => `${count} (${work} zu viel)`,
  late: (count, days) =>
    count === 1 ? `1 Vorgang, ${days} T zu spät` : `${count} Vorgänge, bis zu ${days} T zu spät`,
  busy: 'Wer wie ausgelastet ist',
  busyExplain: 'Arbeit im Plan und währenddessen anderswo, und was die vollste Woche von ihnen verlangt.',
  who: 'Wer oder was',
  load: (work, percent) => `${work}, vollste Woche ${percent} %`,
  noTime: (work) => `${work}, ohne jede Zeit dafür`,
  tooMuch: 'zu viel',
} satisfies Translated<typeof textsCompare>
