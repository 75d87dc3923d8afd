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
  hint: 'Termine, Dauern und Verknüpfungen überall im Plan ändern: nichts ändert sich, bevor Sie es ausführen. Was Sie ausprobieren, bleibt nur auf diesem Gerät.',
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
  notFitting: (count) =>
    count === 1
      ? '1 Änderung passt nicht mehr zum Plan und wird weggelassen'
      : `${count} Änderungen passen nicht mehr zum Plan und werden weggelassen`,
  circle:
    'Die Verknüpfungen laufen im Kreis, darum folgen keine Termine aus ihnen. Nehmen Sie die letzte zurück.',
  tooMany: (most) =>
    `Mehr als ${most} Befehle lassen sich nicht auf einmal ausführen. Lassen Sie Änderungen weg.`,
  elsewhere: 'Diese Ansicht zeigt den Plan, wie er ist, ohne das Szenario.',
  closed: (name) =>
    `„${name}“ ist offen. Dies gehört zum Plan selbst und lässt sich nicht ausprobieren: gehen Sie zurück zum Plan, um es zu ändern.`,
  inPanel: (name) =>
    `„${name}“ ist offen: Termine, Dauern, Fortschritt und Verknüpfungen, die Sie hier ändern, kommen hinein. Aufwand und Personen gehören zum Plan selbst.`,
  holdsNot: 'Ein Szenario kann diese Änderung nicht aufnehmen',
  holdsNotRemedy:
    'Es nimmt Termine, Dauern, Einschränkungen, Fortschritt, Verknüpfungen und Abgleich auf. Gehen Sie für alles andere zurück zum Plan.',
} satisfies Translated<typeof textsScenario>
