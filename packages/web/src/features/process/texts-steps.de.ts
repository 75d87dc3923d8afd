import type { Translated } from '../../platform/language/index.ts'
import type { stepTexts } from './texts-steps.ts'

/** Was von einem Prozess als Liste von Schritten gesagt wird. */
export const german = {
  outline: (name) => `Schritte von ${name}`,
  failed: 'Die Schritte konnten nicht geladen werden',
  unread: 'Dieses Modell lässt sich nicht als Schritte lesen',
  version: (number) => `Fassung ${String(number)}`,
  draft: 'Entwurf',
  emptyTitle: 'Noch keine Schritte',
  emptySentence:
    'Aufschreiben, was getan wird, eine Zeile je Schritt, wie es in der Vorschrift steht: „1. Mieter informieren (Hausmeister)“. Daraus wird ein Modell, das läuft.',
  reader: 'Noch ist kein Modell veröffentlicht.',
  edit: 'Schritte bearbeiten',
  write: 'Als Liste schreiben',
  kind: {
    startEvent: 'Beginnt',
    endEvent: 'Endet',
    intermediateCatchEvent: 'Wartet',
    intermediateThrowEvent: 'Meldet',
    boundaryEvent: 'Währenddessen',
    task: 'Schritt',
    userTask: 'Schritt',
    manualTask: 'Schritt von Hand',
    serviceTask: 'Dienst',
    scriptTask: 'Berechnet',
    sendTask: 'Sendet',
    receiveTask: 'Wartet auf eine Nachricht',
    businessRuleTask: 'Regel',
    callActivity: 'Ruft einen Prozess auf',
    subProcess: 'Teil',
    transaction: 'Teil, ganz oder gar nicht',
    adHocSubProcess: 'Teil, in beliebiger Folge',
    exclusiveGateway: 'Ein Weg',
    parallelGateway: 'Alle Wege zugleich',
    inclusiveGateway: 'Jeder Weg, der gilt',
    eventBasedGateway: 'Was zuerst geschieht',
    complexGateway: 'Mehrere Wege',
  },
  joins: 'Die Wege treffen sich',
  event: {
    message: 'Nachricht',
    signal: 'Signal',
    error: 'Fehler',
    escalation: 'Eskalation',
    timer: 'Zeit',
    conditional: 'Bedingung',
    link: 'weiter bei der Marke',
    compensate: 'macht Getanes rückgängig',
    terminate: 'beendet alles',
    cancel: 'bricht den Teil ab',
  },
  when: (condition) => `Wenn ${condition}`,
  otherwise: 'Sonst',
  way: 'Weg',
  back: (name) => `geht zurück zu ${name}`,
  elsewhere: (name) => `geht weiter mit ${name}`,
  here: (count) => `${String(count)} hier`,
  waiting: (count) => (count === 1 ? '1 wartet' : `${String(count)} warten`),
  incidents: (count) => (count === 1 ? '1 Störung' : `${String(count)} Störungen`),
  expected: (span) => `binnen ${span}`,
  editing: 'Schritte bearbeiten',
  close: 'Zurück zu den Schritten',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  keyGroup: 'Schritte eines Prozesses',
  publish: 'Veröffentlichen …',
  name: 'Name',
  condition: 'Gilt, wenn',
  conditionHint: 'Etwa: kosten > 500. Leer: wenn sonst nichts gilt',
  add: 'Schritt danach einfügen',
  addHere: 'Schritt auf diesem Weg einfügen',
  newStep: 'Neuer Schritt',
  earlier: 'Früher',
  later: 'Später',
  remove: 'Entfernen',
  choose:
    'Einen Schritt wählen, um zu sagen, wie er heißt und wer ihn tut. Pfeiltasten führen durch die Liste.',
  keys: 'Enter: sein Name. Strg+Enter: ein Schritt danach. Alt mit Pfeil: früher oder später. Entf: entfernen.',
  inPicture: 'Bedingungen und Ereignisse werden im Modell geändert.',
  problem: {
    'bpmn.element_unknown': 'Es ist nicht mehr da.',
    'bpmn.id_taken': 'Ein anderes Element hat diese Kennung. Noch einmal versuchen.',
    'bpmn.several_ways': 'Dort kommen mehrere Wege oder führen weiter. Im Modell ändern.',
    'bpmn.step_has_more': 'An diesem Schritt hängen Nachrichten oder Ereignisse. Im Modell ändern.',
    'bpmn.not_a_step': 'Das ist kein Schritt. Im Modell ändern.',
    'bpmn.cannot_move': 'Daneben ist kein Schritt, mit dem er den Platz tauschen könnte.',
    'bpmn.no_conditions': 'Dort wird nach keiner Bedingung gefragt.',
  },
  notEdited: 'Dieses Modell lässt sich nicht als Liste bearbeiten. Im Modell ändern.',
  list: 'Liste',
  listHint: `Jeden ersten Montag im Monat
1. Mieter informieren (Hausmeister)
2. Dach prüfen (Dachdecker) innerhalb von 2 Tagen
   2.1 Fotos machen
   2.2 Bericht schreiben
3. Wenn kosten > 500: Eigentümer fragen (Verwaltung)
   Sonst: Notiz schreiben
4. Reparieren`,
  listHelp:
    'Wer es tut, steht in Klammern, „innerhalb von 2 Tagen“ sagt, wann es zu spät ist. Eingerückte Zeilen sind Teile eines Schritts. „Wenn …:“, „Sonst:“, „Gleichzeitig:“, „Nacheinander:“, „Warte 3 Tage“, „Weiter“, „Zurück zu 2“ und „Ende“ tun, was sie sagen.',
  preview: 'Was daraus wird',
  listReplaces:
    'Sie tritt an die Stelle des Entwurfs. Schritte, die ihren Namen behalten, behalten ihre Geschichte, ihr Formular und was sonst von ihnen gesagt ist.',
  lanes: 'Eine Bahn für jede Rolle',
  unsaidTitle: 'Das vorhandene Modell lässt sich nicht als Liste schreiben',
  unsaid: {
    'list.unsaid_several': 'Es ist mehr als ein Prozess. Was hier geschrieben wird, tritt an seine Stelle.',
    'list.unsaid_lanes':
      'Seine Bahnen sind nicht die der Rollen. Was hier geschrieben wird, tritt an seine Stelle.',
    'list.unsaid_start':
      'Es beginnt mit einem Namen oder Ereignis, für die eine Liste keine Worte hat. Was hier geschrieben wird, tritt an seine Stelle.',
    'list.unsaid_event':
      'Für Nachrichten, Signale und was währenddessen geschehen kann, hat eine Liste keine Worte. Was hier geschrieben wird, tritt an seine Stelle.',
    'list.unsaid_step':
      'Für Schritte, die mehrmals oder in beliebiger Folge getan werden oder auf Nachrichten warten, hat eine Liste keine Worte. Was hier geschrieben wird, tritt an seine Stelle.',
    'list.unsaid_ways':
      'Seine Wege treffen sich nicht wie die einer Liste, oder keiner gilt, wenn sonst nichts gilt. Was hier geschrieben wird, tritt an seine Stelle.',
    'list.unsaid_other':
      'Eine Liste würde etwas anderes sagen als das Modell. Was hier geschrieben wird, tritt an seine Stelle.',
  },
  unsaidAt: (name) => `Die erste solche Stelle: ${name}`,
  take: 'Als Entwurf übernehmen',
  cancel: 'Abbrechen',
  problems: 'Was nicht verstanden wird',
  line: (line) => `Zeile ${String(line)}`,
  listProblem: {
    'list.empty': 'Noch ist nichts geschrieben.',
    'list.schedule_unknown':
      'Das sagt, wie oft, aber nicht in Worten, die verstanden werden. Etwa „Jeden Montag“.',
    'list.schedule_late': 'Wann es beginnt, steht in der ersten Zeile.',
    'list.otherwise_alone': 'Davor steht kein „Wenn“.',
    'list.back_unknown': 'Kein Schritt daneben hat diese Nummer.',
    'list.nothing_done': 'Sagen, was dann getan wird, hinter dem Doppelpunkt oder in den Zeilen darunter.',
    'list.never_reached': 'Hierher kommt nie etwas: Die Zeile davor geht zurück oder endet.',
    'list.too_long': 'Mehr als 300 Zeilen überblickt niemand mehr. Mehrere Prozesse daraus machen.',
  },
} satisfies Translated<typeof stepTexts>
