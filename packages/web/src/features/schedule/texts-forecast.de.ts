import type { Translated } from '../../platform/language/index.ts'
import type { textsForecast } from './texts-forecast.ts'

/** Was die Prognose eines Plans sagt. */
export const german = {
  title: 'Prognose',
  failed: 'Die Prognose konnte nicht geladen werden',
  start: 'Prognose rechnen',
  again: 'Neu rechnen',
  stop: 'Abbrechen',
  running: (done, of) => `${done} von ${of} Durchläufen`,
  waiting: 'Wartet, bis sie an der Reihe ist',
  stopped: 'Die Prognose wurde abgebrochen.',
  refused: 'Für den Plan, wie er ist, gibt es keine Prognose',
  outdated: 'Im Plan, in den Schätzungen oder bei den Risiken hat sich seither etwas geändert.',
  emptyTitle: 'Eine Prognose braucht Spannen',
  emptySentence: (count) =>
    `Wie lange dauert es, wenn alles gut geht, und wenn nicht? ${counted(count, 'Einer Aufgabe eine Spanne', '{n} Aufgaben Spannen')} für den Aufwand geben oder aufschreiben, was geschehen kann: Dann wird das Ende zur Spanne.`,
  firstItem: 'Die erste davon öffnen',
  readyTitle: 'Wann wird es fertig?',
  readySentence:
    'Der Plan wird viele Male durchgespielt, mit den Spannen seiner Schätzungen und seinen Risiken. Die Antwort ist eine Spanne und was sie am meisten bewegt.',
  finish: 'Ende',
  finishReading: (range, likely) => `Fertig ${range}; mit 85 % Sicherheit bis ${likely}.`,
  planReading: (day, chance) =>
    `Geplant ist das Ende der datierten Arbeit für ${day}: Bis dahin ist in ${chance} der Durchläufe alles fertig.`,
  cost: 'Kosten',
  costReading: (low, high, likely) =>
    `Kostet ${low} bis ${high}; mit 85 % Sicherheit nicht mehr als ${likely}.`,
  planned: 'geplant',
  asTable: 'Als Tabelle',
  share: 'Durchläufe, die es halten',
  by: 'Fertig bis',
  upTo: 'Kostet höchstens',
  movesTitle: 'Was das Ende am meisten bewegt',
  moves: 'Bewegt das Ende',
  expected: 'Erwartet',
  critical: 'Auf dem längsten Weg',
  crucial: 'Geht mit dem Ende',
  movesHint:
    'Je länger der Balken, desto mehr geht das Ende mit (nach Rängen, höchstens 1). Daneben: in wie vielen Durchläufen es auf dem längsten Weg liegt (Kritikalität) und wie eng seine Minuten und die des Endes zusammengehen (Cruciality).',
  nothingMoves: 'Nichts mit einer Spanne bewegt das Ende.',
  assumptions: 'Was darin ist und was nicht',
  runs: (runs, seed) =>
    `${runs} Durchläufe; mit der Startzahl ${String(seed)} kommen immer dieselben heraus.`,
  together: (share) =>
    `Aufgaben bewegen sich gemeinsam, mit einer Korrelation von ${share}: Was eine verzögert, verzögert oft auch andere.`,
  ranged: (ranged, open) =>
    `${String(ranged)} von ${String(open)} offenen Aufgaben haben eine Spanne; die anderen dauern wie geplant.`,
  phases: (count) =>
    `${counted(count, '1 spätere Phase ist als Spanne', '{n} spätere Phasen sind als Spannen')} darin.`,
  openPhases: (names) => `Nicht darin, weil sie nicht sagen, wann sie enden: ${names}.`,
  risksIn: (count) => `${counted(count, '1 Risiko', '{n} Risiken')} aus dem Verzeichnis unten.`,
  calendars:
    'Zeit zählt im Kalender des Projekts; Arbeit mit einem anderen, einem eigenen oder dem der Ausführenden, ruht nach diesem.',
  unranged: (count) =>
    `${counted(count, '1 offene Aufgabe hat', '{n} offene Aufgaben haben')} noch keine Spanne`,
  risks: 'Was geschehen kann',
  risksHint:
    'Jedes Risiko tritt in seinem Anteil der Durchläufe ein, verzögert dann seine Aufgaben und kostet Geld.',
  noRisks: 'Noch ist nichts aufgeschrieben.',
  addRisk: 'Risiko hinzufügen',
  editRisk: 'Risiko ändern',
  removeRisk: 'Entfernen',
  risk: {
    title: 'Was kann geschehen',
    titleHint: 'Etwa: Regen beim Betonieren',
    probability: 'Wie wahrscheinlich (%)',
    delayLow: 'Verzögert um mindestens',
    delayHigh: 'höchstens',
    delayHint: 'Etwa 2t',
    delayWrong: 'Als 4h, 2t oder 1w schreiben',
    costLow: 'Kostet mindestens',
    costHigh: 'höchstens',
    items: 'Arbeit, die es verzögert',
    itemsHint: 'Ohne Angabe das Ende',
    save: 'Speichern',
    delay: 'Verzögerung',
    cost: 'Kosten',
    none: 'keine',
    whole: 'das Ende',
    itemCount: (count) => counted(count, '1 Aufgabe', '{n} Aufgaben'),
    range: (low, high) => (low === high ? low : `${low} bis ${high}`),
  },
} satisfies Translated<typeof textsForecast>

/** Ein Wort für eines, eines für mehrere. Hier, weil eine Sprache nichts vom Programm einbindet: es wartet auf sie. */
function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : many.replace('{n}', String(count))
}
