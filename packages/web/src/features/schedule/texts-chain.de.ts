import type { Translated } from '../../platform/language/index.ts'
import type { textsChain } from './texts-chain.ts'

/** Was die kritische Kette eines Plans sagt. */
export const german = {
  title: 'Kritische Kette',
  failed: 'Die kritische Kette ließ sich nicht ermitteln',
  hint: 'Der längste Weg durch das, was aufeinander wartet, und durch das, was eine Person oder Maschine nacheinander macht. Die Reserve liegt an ihrem Ende, nicht in jeder Aufgabe.',
  rule: 'Wie Puffer bemessen werden',
  rules: { 'root-square': 'Nach Spannen', 'cut-and-paste': 'Halbe Kette' },
  reading: (planned, buffered, buffer) =>
    `Geplantes Ende ${planned}; mit einem Puffer von ${buffer} zuzusagen: ${buffered}.`,
  noBuffer: (planned) => `Geplantes Ende ${planned}. Ohne Spannen an ihren Aufgaben ergibt sich kein Puffer.`,
  unranged: (count, of) => `${String(count)} von ${String(of)} Aufgaben der Kette haben keine Spanne.`,
  unlevelled: (count) =>
    `Dieser Plan ist nicht ausgeglichen: ${count === 1 ? 'Eine Person oder Maschine ist' : `${String(count)} Personen und Maschinen sind`} für mehr auf einmal verplant, als es gibt. Was sie nacheinander tun werden, fehlt noch in der Kette: Sie ist zu kurz. Den Plan zuerst ausgleichen.`,
  chain: 'Die Kette',
  feeding: 'Ketten, die in sie münden',
  feeder: 'Kette',
  joins: 'Vor',
  buffer: 'Puffer',
  room: 'Platz jetzt',
  tight: 'weniger als der Puffer',
  fever: 'Fieberkurve',
  feverReading: (done, used) => `${done} der Kette sind getan, ${used} des Puffers verbraucht.`,
  feverUnknown: 'Ohne Puffer lässt sich kein Fieber messen.',
  zone: {
    green: 'Weiter so: Der Puffer reicht.',
    amber: 'Abhilfe vorbereiten: Der Puffer schwindet schneller, als die Kette vorankommt.',
    red: 'Handeln: Der Puffer reicht nicht.',
  },
  amberFrom: 'Darüber: Abhilfe vorbereiten',
  redFrom: 'Darüber: handeln',
  here: 'Hier',
} satisfies Translated<typeof textsChain>
