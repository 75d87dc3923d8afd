import type { Translated } from '../../platform/language/index.ts'
import type { textsPaper } from './texts-paper.ts'

/** Was die Ansichten eines Plans auf Papier sagen, außer dem, was alle sagen. */
export const german = {
  size: 'Wie groß',
  spread: { fit: 'Der Seite angepasst', read: 'In Lesegröße' },
  preview: (page) => `Vorschau: ${page}`,
  nothing: 'Es gibt noch nichts, was aufs Papier kann.',
  previous: 'Seite davor',
  next: 'Nächste Seite',
  planSigns: {
    near: 'Fast kritisch',
    hammock: 'Dauert so lange wie das, womit es verknüpft ist (Begleitvorgang)',
    rest: 'Ruht dazwischen',
  },
  gate: (name, day, state) => `${name}, ${day}: ${state}`,
  gateSign: (state) => `Freigabe, ${state}`,
  against: (asOf, baseline) => `${asOf}, gegen den Basisplan ${baseline}`,
  network: 'Netzplan',
  networkTitle: 'Der Netzplan auf Papier',
  near: (days) => `fast kritisch, ${days} Tg.`,
  onPages: (pages) => `S. ${pages}`,
  networkSigns: {
    before: 'Kommt davor',
    onOther: 'Geht auf jener Seite weiter',
    types: 'AA Anfang zu Anfang, EE Ende zu Ende, AE Anfang zu Ende, +2t zwei Tage später',
  },
  loadTitle: 'Die Auslastung auf Papier',
  by: 'Gezählt nach',
  loadBy: { weeks: 'Nach Wochen', days: 'Nach Tagen' },
  todayLoad: 'Dieser Tag oder diese Woche',
} satisfies Translated<typeof textsPaper>
