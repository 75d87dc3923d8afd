import type { Translated } from '../../platform/language/index.ts'
import type { textsEdit } from './texts-edit.ts'

/** Was die Felder zum Ändern sagen, und wie Änderungen heißen, wenn sie sich zurücknehmen lassen. */
export const german = {
  create: (name) => `„${name}“ anlegen`,
  you: 'ich',
  nothingLikeThis: 'Nichts heißt so.',
  submitKeys: 'Strg + Eingabe',
  pick: {
    state: 'Status wählen …',
    priority: 'Priorität wählen …',
    person: 'Person wählen …',
    labels: 'Schlagwörter hinzufügen oder entfernen …',
    team: 'Team wählen …',
    group: 'Verschieben nach …',
    value: 'Wählen …',
  },
  notAllowedFromHere: 'Der Arbeitsablauf führt von hier nicht dorthin',
  waitTitle: 'Warten auf',
  waitWhom: 'Auf wen gewartet wird',
  waitNote: 'Worauf gewartet wird',
  waitSubmit: 'Warten',
  stopWaiting: 'Nicht mehr warten',
  blockTitle: 'Blockiert durch',
  blockReason: 'Grund',
  blockNote: 'Was genau',
  blockSubmit: 'Als blockiert melden',
  handOffTitle: 'Übergeben',
  handOffWhom: 'Wer übernimmt',
  handOffNote: 'Was man dafür wissen muss',
  handOffSubmit: 'Übergeben',
  handedOff: (person, note) => `Übergeben an ${person}: ${note}`,
  did: {
    move: (what, state) => `${what}: Status ${state}`,
    change: (what) => `${what} geändert`,
    assign: (what, person) => `${what} ist jetzt bei ${person}`,
    wait: (what) => `${what} wartet`,
    block: (what) => `${what} ist blockiert`,
    finish: (what) => `${what} erledigt`,
    archive: (what) => `${what} archiviert`,
    create: (what) => `${what} angelegt`,
    due: (what, day) => `${what} ist fällig ${day}`,
    shift: (what, days, edge) => {
      const count = Math.abs(days)
      const far = `${count} ${count === 1 ? 'Tag' : 'Tage'} ${days < 0 ? 'früher' : 'später'}`
      return `${what}${{ both: '', start: ', Beginn', due: ', Fälligkeit' }[edge]}: ${far}`
    },
  },
  items: (count) => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`),
  overLimitTitle: 'Die Grenze für laufende Arbeit ist erreicht',
  moveAnyway: 'Trotzdem setzen',
  toTop: 'An den Anfang dieser Gruppe',
  toBottom: 'Ans Ende dieser Gruppe',
  save: 'Speichern',
} satisfies Translated<typeof textsEdit>
