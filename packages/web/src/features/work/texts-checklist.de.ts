import type { Translated } from '../../platform/language/index.ts'
import type { textsChecklist } from './texts-checklist.ts'

/** Was Checklisten sagen. */
export const german = {
  title: 'Checklisten',
  usualName: 'Checkliste',
  numberedName: (number) => `Checkliste ${number}`,
  add: 'Checkliste hinzufügen',
  empty:
    'Kleine Schritte, die keine eigene Aufgabe brauchen. Einen schreiben und Eingabe drücken, oder eine ganze Liste einfügen.',
  name: 'Name der Checkliste',
  progress: (done, total) => `${done} von ${total}`,
  linesDone: (done, total) =>
    total === 1 ? `${done} von 1 Punkt erledigt` : `${done} von ${total} Punkten erledigt`,
  openAtEnd: (count) =>
    count === 1 ? 'Erledigt, ein Punkt ist noch offen.' : `Erledigt, ${count} Punkte sind noch offen.`,
  removeList: (name) => `Checkliste ${name} entfernen`,
  addLine: 'Punkt hinzufügen',
  addLineTo: (name) => `Neuer Punkt in ${name}`,
  lineHint: 'Was ist zu tun? Eingabe fügt den nächsten hinzu.',
  editLine: 'Text des Punkts',
  tick: (text) => text,
  drag: 'Ziehen zum Verschieben',
  due: (words) => `Fällig: ${words}`,
  person: (name) => `Zuständig: ${name}`,
  none: 'nicht gesetzt',
  nobody: 'niemand',
  pickDue: 'Fälligkeit des Punkts',
  convert: 'Zur Teilaufgabe machen',
  removeLine: 'Punkt entfernen',
  unseen: 'eine für Sie nicht sichtbare Teilaufgabe',
  doneBy: (name, when) => `Abgehakt von ${name}, ${when}`,
  doneAt: (when) => `Erledigt ${when}`,
  somebody: 'jemand',
  did: {
    removeLine: (text) => `„${text}“ entfernt`,
    removeList: (name) => `Checkliste „${name}“ entfernt`,
    convert: (text) => `„${text}“ ist jetzt eine Teilaufgabe`,
    add: (count) => (count === 1 ? '1 Punkt hinzugefügt' : `${count} Punkte hinzugefügt`),
  },
  keys: 'Leertaste hakt ab, Eingabe schreibt um, Pfeile gehen weiter, Alt mit Pfeilen verschiebt, Entf entfernt',
} satisfies Translated<typeof textsChecklist>
