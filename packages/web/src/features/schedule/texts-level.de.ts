import type { Translated } from '../../platform/language/index.ts'
import type { textsLevel } from './texts-level.ts'

/** Was das Ausgleichen sagt. */
export const german = {
  level: 'Ausgleichen',
  hint: 'Verschiebt Arbeit so, dass niemand und keine Maschine an zwei Orten zugleich gebraucht wird',
  title: 'Plan ausgleichen',
  explain:
    'Arbeit, die zur selben Zeit dieselbe Person oder Maschine braucht, kommt nacheinander, und der Plan wird dabei so wenig länger wie möglich. Nichts ändert sich, bevor Sie es annehmen.',
  budget: 'Suchen',
  budgets: {
    short: '2 Sekunden',
    usual: '10 Sekunden',
    long: '1 Minute',
    few: '1.000 Reihenfolgen, jedes Mal derselbe Plan',
    many: '10.000 Reihenfolgen, jedes Mal derselbe Plan',
  },
  stays: 'Was vor diesem Tag beginnt, bleibt, wo es ist',
  start: 'Ausgleichen',
  again: 'Noch einmal ausgleichen',
  stop: 'Aufhören und das Beste bisher nehmen',
  running: 'Eine bessere Reihenfolge wird gesucht …',
  tried: (count) => (count === 1 ? '1 Reihenfolge versucht' : `${count} Reihenfolgen versucht`),
  finish: (from, to) => (from === to ? `Ende bleibt ${to}` : `Ende ${from} → ${to}`),
  gap: (percent) => `höchstens ${percent} % länger als bestenfalls möglich`,
  optimal: 'kürzer geht es nicht',
  late: (days) => `${days} T über Stichtage hinaus`,
  unfit: (count) =>
    count === 1
      ? 'Für 1 Vorgang reicht nie, was er braucht: er bleibt überbucht.'
      : `Für ${count} Vorgänge reicht nie, was sie brauchen: sie bleiben überbucht.`,
  nothing: 'Nichts muss sich bewegen: alle haben immer nur eines zu tun.',
  nobody:
    'Noch ist niemand zugeteilt und für terminierte Arbeit verantwortlich: es gibt nichts auszugleichen.',
  moved: (count) => (count === 1 ? '1 Vorgang bewegt sich' : `${count} Vorgänge bewegen sich`),
  column: { work: 'Arbeit', before: 'Jetzt', after: 'Dann', by: 'Um', why: 'Warum' },
  days: (days) => `${days} T`,
  accept: 'Annehmen',
  close: 'So lassen',
  undo: 'Plan ausgeglichen',
  clear: 'Ausgleich zurücknehmen',
  cleared: 'Ausgleich zurückgenommen',
  refused: 'Der Plan lässt sich nicht ausgleichen',
  why: {
    resource: (name, title, day) => `${name} arbeitet bis ${day} an ${title}`,
    capacity: (name, day) => `Von ${name} gibt es vor dem ${day} nicht genug`,
    calendar: (name, day) => `${name} arbeitet nicht vor dem ${day}`,
    link: (title) => `Folgt auf ${title}`,
    follows: 'Folgt auf das, was davor liegt',
    unfit: 'Davon reicht nie, was es braucht',
  },
} satisfies Translated<typeof textsLevel>
