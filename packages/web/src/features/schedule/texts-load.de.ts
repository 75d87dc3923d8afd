import type { Translated } from '../../platform/language/index.ts'
import type { textsLoad } from './texts-load.ts'

/** Was die Auslastung sagt. Zu viel verlangt der Plan; zu langsam ist niemand. */
export const german = {
  load: 'Auslastung',
  chart: 'Auslastung nach Tag oder Woche',
  chartHint: 'Pfeiltasten wählen einen Tag oder eine Woche; woraus sie besteht, steht darunter.',
  emptyTitle: 'Noch ist niemand für etwas eingeplant',
  emptySentence:
    'Die Auslastung zeigt Woche für Woche, was der Plan von Personen und Maschinen verlangt, und wo es mehr ist, als da ist. Sagen, wer für Aufgaben mit Terminen verantwortlich ist und wie viel Aufwand sie machen, oder einen Plan mit Ressourcen importieren.',
  who: 'Wer, was',
  fits: 'Der Plan passt für alle, die darin sind.',
  tooMuch: (count, all) => `Der Plan verlangt zu viel: bei ${count} von ${all}.`,
  worst: (name, when, share) => `Am meisten: ${name}, ${when}, ${share}.`,
  toWorst: 'Dorthin',
  uncounted: (count) =>
    count === 1
      ? '1 Aufgabe mit Termin hat niemanden oder keinen Aufwand und zählt nicht mit.'
      : `${count} Aufgaben mit Termin haben niemanden oder keinen Aufwand und zählen nicht mit.`,
  legend: {
    band: 'Gesund, 60 bis 85 %',
    capacity: 'Alles, was da ist',
    over: 'Mehr geplant, als da ist',
  },
  level: {
    free: 'Frei',
    below: 'Noch Luft',
    healthy: 'Gesund',
    full: 'Voll',
    over: 'Zu viel geplant',
  },
  percent: (share) => `${share}\u00a0%`,
  dayOff: 'freie Zeit',
  asTable: 'Als Tabelle',
  asChart: 'Als Diagramm',
  chosen: (name, when) => `${name}: ${when}`,
  fitsIn: (work, capacity) => `${work} geplant von ${capacity}`,
  tooMuchIn: (work, { capacity, excess }) => `${work} geplant von ${capacity}: ${excess} mehr, als da ist`,
  nothingIn: 'Hier ist nichts geplant.',
  close: 'Schließen',
  column: { when: 'Wann', work: 'Geplant', capacity: 'Da ist', share: 'Anteil', level: 'So steht es' },
  strip: 'Auslastung der nächsten vier Wochen',
  stripName: 'Nächste 4 Wochen',
  chip: (name, level, share) => `${name}: ${share} – ${level}`,
  more: (count) => `${count} weitere`,
  keys: {
    next: 'Späterer Tag, spätere Woche',
    previous: 'Früherer Tag, frühere Woche',
    up: 'Zur Zeile darüber',
    down: 'Zur Zeile darunter',
    worst: 'Wo der Plan am meisten verlangt',
  },
} satisfies Translated<typeof textsLoad>
