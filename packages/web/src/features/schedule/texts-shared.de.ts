import type { Translated } from '../../platform/language/index.ts'
import type { textsShared } from './texts-shared.ts'

/** Was von Arbeit in anderen Projekten gesagt wird, die dieselben Leute und Maschinen tun. */
export const german = {
  byPriority: 'Vorgänge mit höherer Priorität kommen zuerst',
  title: 'Andere Projekte, die dieselben Leute und Maschinen brauchen',
  explain:
    'Ihre Arbeit bleibt, wo sie ist, und dieses Projekt wird darum herum gelegt. Ein Projekt, das Sie ankreuzen, wird mit diesem zusammen ausgeglichen: Auch seine Arbeit wird verschoben.',
  stays: 'bleibt, wo es ist',
  staysAnyway: 'bleibt, wo es ist: Sie dürfen seinen Plan nicht ändern, oder es behält seine Termine',
  nameless: 'Arbeit, die Sie nicht sehen dürfen, zählt ebenfalls und bleibt, wo sie ist.',
  weightOf: (name) => `Wie viel ${name} wiegt`,
  weight: { first: 'kommt zuerst', usual: 'wie üblich', last: 'kommt zuletzt' },
  waitsFor: (resource, day) => `Wartet auf ${resource} bis ${day}`,
  waitsForWork: (resource, work, day) => `Wartet auf ${resource}, bis ${day} belegt durch ${work}`,
  elsewhere: 'Arbeit anderswo',
  partOf: (title, project) => `${title} · ${project}`,
  counted: (count) =>
    count === 1
      ? 'Arbeit aus 1 anderen Projekt ist mitgezählt.'
      : `Arbeit aus ${count} anderen Projekten ist mitgezählt.`,
  countedNameless: 'Arbeit anderswo ist mitgezählt.',
  failed: 'Die anderen Projekte konnten nicht geladen werden',
  costs: (money) => `${money} Kosten durch Verzug`,
  costSaved: (money) => `${money} weniger als ohne Suche`,
  open: (titles) => `Nicht alles davon hat jemanden, der es tut: ${titles}.`,
  strain: {
    title: 'Mehr, als die Arbeitszeitrichtlinie erlaubt (2003/88/EG)',
    'average-week': (name, hours, day) => `${name}: ab ${day} im Schnitt ${hours} je Woche, mehr als 48`,
    'daily-rest': (name, hours, day) => `${name}: am ${day} nur ${hours} Ruhe am Stück, weniger als 11`,
    'weekly-rest': (name, hours, day) =>
      `${name}: in der Woche ab ${day} keine längere Ruhe als ${hours}, weniger als 35`,
  },
  undo: (count) => `${count} Projekte ausgeglichen`,
} satisfies Translated<typeof textsShared>
