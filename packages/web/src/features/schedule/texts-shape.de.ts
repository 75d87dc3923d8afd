import type { Translated } from '../../platform/language/index.ts'
import type { textsShape } from './texts-shape.ts'

/** Wie eine Prognose gerechnet wird und wie Schätzungen darin streuen. */
export const german = {
  title: 'Wie sie gerechnet wird',
  run: 'So rechnen',
  shape: 'Schätzungen streuen',
  shapes: {
    pert: 'um den wahrscheinlichen Wert (PERT)',
    triangular: 'als Dreieck',
    uniform: 'gleichmäßig',
    lognormal: 'mit langem Ende (logarithmisch normal)',
    history: 'wie bei erledigter Arbeit',
  },
  shapeWhy: {
    pert: 'Der wahrscheinliche Wert wiegt viermal so viel wie ein Ende der Spanne.',
    triangular: 'Geradlinig von einem Ende über den wahrscheinlichen Wert zum anderen.',
    uniform: 'Jeder Wert der Spanne ist gleich wahrscheinlich.',
    lognormal: 'Im Mittel wie bei PERT; was schiefgeht, kann aber viel weiter schiefgehen.',
    history:
      'Was erledigte Arbeit gleicher Praktik oder gleichen Typs für jede geschätzte Stunde gebraucht hat. Eine Spanne braucht es nicht.',
  },
  itemShape: 'Streut in Prognosen',
  asProject: 'wie im Projekt',
  changedShape: 'Wie es in Prognosen streut',
  together: 'Hängt zusammen (%)',
  togetherWhy: 'Was eine Aufgabe verzögert, verzögert auch andere: 0 gar nicht, 100 immer.',
  startOn: 'Der Rest beginnt',
  runs: 'Durchläufe',
  seed: 'Startzahl',
  seedWhy: 'Nach dieser Zahl wird gewürfelt: Dieselbe gibt dieselbe Antwort.',
  levelled: 'Personen und Maschinen machen eins nach dem anderen',
  levelledWhy:
    'In jedem Durchlauf wartet Arbeit, bis der da und frei ist, der sie macht. Was im Plan zuerst kommt, kommt zuerst; andere Arbeit geht nur vor, wo das nichts aufhält. Das rechnet etwa viermal so lange.',
  history: ({ kind, samples, items }) =>
    `${kind}: ${String(samples)} erledigte ${samples === 1 ? 'Aufgabe' : 'Aufgaben'} als Maß für ${String(items)} offene.`,
  tooFew: ({ kind, samples, needed }) =>
    `${kind}: ${String(samples)} erledigte ${samples === 1 ? 'Aufgabe sagt' : 'Aufgaben sagen'} zu wenig, ${String(needed)} braucht es. Dort zählen stattdessen die Spannen, um den wahrscheinlichen Wert.`,
  startsOn: (day) => `Der Rest beginnt nicht vor ${day}.`,
  isLevelled:
    'In jedem Durchlauf machen Personen und Maschinen eins nach dem anderen, wenn sie da sind; was im Plan zuerst kommt, kommt zuerst. Andere Projekte, für die sie arbeiten, bleiben außer Betracht.',
  isNotLevelled: 'Wer anderswo beschäftigt ist, wird nicht in jedem Durchlauf neu betrachtet.',
  waiting: ({ levelled, unlevelled, days }) =>
    `Das Warten auf Personen und Maschinen kostet ${days}: Mit 85 % Sicherheit fertig bis ${levelled}, und bis ${unlevelled}, wenn niemand warten müsste.`,
  noWaiting: (day) => `Niemand muss auf Personen und Maschinen warten: mit und ohne sie bis ${day}.`,
  withoutWaiting: 'ohne Warten',
  days: (count) => `${String(count)} ${count === 1 ? 'Tag' : 'Tage'}`,
} satisfies Translated<typeof textsShape>
