import type { Translated } from '../../platform/language/index.ts'
import type { textsTimeline } from './texts-timeline.ts'

/** Was die Zeitleiste sagt. */
export const german = {
  bar: 'Zeitleiste',
  today: 'Heute',
  work: 'Arbeit',
  axis: 'Zeitachse',
  zoomLabel: 'Wie viel Zeit gezeigt wird',
  zoom: { days: 'Tage', weeks: 'Wochen', months: 'Monate', quarters: 'Quartale' },
  goTo: (day) => `Balken am ${day} zeigen`,
  undated: 'Hier hat noch nichts einen Termin. Mit D sagen, wann eine Aufgabe fällig ist.',
  planned: 'wie in ihrem Projekt geplant',
  critical: 'kritisch',
  complete: (percent) => `zu ${percent} % fertig`,
  deadline: (day) => `Frist ${day}`,
  deadlineMissed: (day) => `Frist ${day}, nach Plan verfehlt`,
  plansMissing: 'Die Pläne der Projekte ließen sich nicht abrufen: Aufgaben stehen an ihren eigenen Tagen.',
  keysGroup: 'Zeitleiste',
  keys: {
    earlier: 'Einen Tag früher',
    later: 'Einen Tag später',
    shorter: 'Einen Tag früher fällig',
    longer: 'Einen Tag später fällig',
    left: 'Frühere Zeit',
    right: 'Spätere Zeit',
    closer: 'Weniger Zeit, größer',
    further: 'Mehr Zeit, kleiner',
    frame: 'Balken zeigen',
  },
} satisfies Translated<typeof textsTimeline>
