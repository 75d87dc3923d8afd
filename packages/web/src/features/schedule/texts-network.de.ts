import type { Translated } from '../../platform/language/index.ts'
import type { textsNetwork } from './texts-network.ts'

/** Was der Netzplan sagt. */
export const german = {
  network: 'Netz des Plans',
  group: 'Netzplan',
  emptyTitle: 'Noch hängt nichts voneinander ab',
  emptySentence:
    'Der Netzplan zeigt, was worauf warten muss. Zwei Aufgaben mit „kommt vor“ verknüpfen oder Vorgänger in die Tabelle schreiben, dann erscheinen sie hier von links nach rechts.',
  linked: (items, links) => `${items} Aufgaben, ${links} Verknüpfungen`,
  showLoose: (count) => `${count} ohne Verknüpfung zeigen`,
  asList: 'Als Liste',
  asPicture: 'Als Bild',
  larger: 'Größer',
  smaller: 'Kleiner',
  hint: 'Pfeiltasten folgen den Verknüpfungen. + und − ändern die Größe.',
  keys: {
    next: 'Zu dem, was danach kommt',
    previous: 'Zu dem, was davor kommt',
    up: 'Nach oben',
    down: 'Nach unten',
    frame: 'In die Mitte bringen',
  },
  key: 'Kürzel',
  when: 'Wann',
  comesAfter: 'Kommt nach',
  floatName: 'Puffer',
  comesBefore: 'Kommt vor',
  node: (title, dates) => (dates === '' ? title : `${title}, ${dates}`),
  undated: 'Ohne Termine',
  float: (days) => `${days} Tg. Puffer`,
  first: 'Wartet auf nichts',
  last: 'Nichts wartet darauf',
} satisfies Translated<typeof textsNetwork>
