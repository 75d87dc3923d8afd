import type { Translated } from '../../platform/language/index.ts'
import type { textsScenario } from './texts-scenario.ts'

/** Was ein Plan sagt, wie er sein könnte. */
export const german = {
  title: 'Was wäre, wenn',
  open: 'Was wäre, wenn',
  openHint: 'Änderungen ausprobieren: niemand sieht sie, bevor Sie sie ausführen',
  new: 'Neues Szenario',
  firstName: (number) => `Szenario ${number}`,
  kept: 'Sie bleiben nur auf diesem Gerät.',
  hint: 'Termine, Verknüpfungen, Personen, Maschinen, Kalender und Regeln überall im Plan ändern oder Vorgänge weglassen: nichts ändert sich, bevor Sie es ausführen.',
  name: 'Name des Szenarios',
  which: 'Welches Szenario offen ist',
  live: 'Der Plan, wie er ist',
  changes: (count) => (count === 1 ? '1 Änderung' : `${count} Änderungen`),
  changesOf: (name) => `Änderungen von ${name}`,
  finish: (from, to) => (from === to ? `Ende bleibt ${to}` : `Ende ${from} → ${to}`),
  cost: (from, to) => (from === to ? `Kosten bleiben ${to}` : `Kosten ${from} → ${to}`),
  moved: (count) => (count === 1 ? '1 Vorgang bewegt sich' : `${count} Vorgänge bewegen sich`),
  undo: 'Die letzte Änderung des Szenarios zurücknehmen',
  redo: 'Die Änderung des Szenarios wieder vornehmen',
  removeStep: (label) => `Weglassen: ${label}`,
  back: 'Zurück zum Plan',
  backHint: 'Zeigt den Plan, wie er ist; das Szenario bleibt, wie es ist',
  keep: 'Ausführen',
  drop: 'Verwerfen',
  carriedOut: (name) => `Ausgeführt: ${name}`,
  hindered: (count) =>
    count === 1
      ? '1 Änderung lässt sich nicht ausführen und bleibt hier: siehe Liste der Änderungen'
      : `${count} Änderungen lassen sich nicht ausführen und bleiben hier: siehe Liste der Änderungen`,
  changed: (count) =>
    count === 1
      ? 'Andere haben inzwischen geändert, worum es in 1 Änderung geht'
      : `Andere haben inzwischen geändert, worum es in ${count} Änderungen geht`,
  overwrites: 'Andere haben dies seither geändert. Ausgeführt gilt, was Sie hier gesetzt haben.',
  hindrance: {
    gone: 'Was sie ändert, steht nicht mehr im Plan.',
    manager: 'Nur wer das Projekt leitet, kann dies ausführen.',
    organiser: 'Alle Projekte teilen dies: nur wer die Organisation verwaltet, kann es ausführen.',
    builds: 'Sie baut auf einer Änderung auf, die sich nicht ausführen lässt.',
  },
  circle:
    'Die Verknüpfungen laufen im Kreis, darum folgen keine Termine aus ihnen. Nehmen Sie die letzte zurück.',
  tooMany: (most) =>
    `Mehr als ${most} Befehle lassen sich nicht auf einmal ausführen. Lassen Sie Änderungen weg.`,
  elsewhere: 'Diese Ansicht zeigt den Plan, wie er ist, ohne das Szenario.',
  closed: (name) =>
    `„${name}“ ist offen. Dies gehört zum Plan selbst und lässt sich nicht ausprobieren: gehen Sie zurück zum Plan, um es zu ändern.`,
  inPanel: (name) => `„${name}“ ist offen: was Sie hier ändern, kommt hinein.`,
  fixedHere: 'Dies gehört zum Plan selbst und kommt nicht in ein Szenario.',
  leaveOut: 'Weglassen: nicht tun',
  leftOut: (name) => `${name} weggelassen`,
  leftOutLines: (count) => (count === 1 ? '1 Zeile weggelassen' : `${count} Zeilen weggelassen`),
  holdsNot: 'Ein Szenario kann diese Änderung nicht aufnehmen',
  holdsNotRemedy:
    'Es nimmt auf, woraus ein Plan berechnet wird: Termine, Arbeit, Personen und Maschinen, Kalender, Regeln, Verknüpfungen und Vorgänge, die wegfallen. Gehen Sie für alles andere zurück zum Plan.',
} satisfies Translated<typeof textsScenario>
