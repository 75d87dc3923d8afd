import type { Translated } from '../../platform/language/index.ts'
import type { textsRulePanel } from './texts-rule-panel.ts'

/** Was neben den Regeln steht: was falsch ist, Ausprobieren, Beispiele und was sie entschieden haben. */
export const german = {
  panel: 'Neben den Regeln',
  check: 'Prüfung',
  tryIt: 'Ausprobieren',
  examples: 'Beispiele',
  log: 'Entschieden',
  fine: 'Jede Kombination der Bedingungen ist entschieden, und nichts ist falsch.',
  wrong: 'Was falsch ist',
  gaps: 'Wofür keine Regel gilt',
  gapsHint: 'Ohne Regel gibt es keine Antwort (null).',
  anything: 'alles',
  addGap: 'Regel dafür hinzufügen',
  overlaps: 'Wofür mehrere Regeln gelten',
  overlap: (first, second) => `Regel ${first} und Regel ${second} treffen beide zu`,
  onlyOne: 'Es darf nur eine sein: sonst gibt es keine Antwort. Eine von beiden enger fassen.',
  mustAgree: 'Sie müssen dasselbe sagen, sonst gibt es keine Antwort.',
  masked: 'Was nie erreicht wird',
  maskedRule: (rule) => `Regel ${rule} zählt nie: die davor treffen auf alles zu, worauf sie zutrifft.`,
  undecided: (count) =>
    count === 1
      ? 'Eine Zelle hängt von mehr als festen Werten ab; sie wird nicht durchgesehen.'
      : `${count} Zellen hängen von mehr als festen Werten ab; sie werden nicht durchgesehen.`,
  incomplete: 'Es gibt mehr, als hier steht.',
  where: (name, test) => `${name}: ${test}`,
  column: (name) => `Spalte ${name}`,
  whole: 'Die Tabelle',
  asked: 'Womit gefragt wird',
  askedNothing: 'Diese Entscheidung fragt nach nichts.',
  yes: 'ja',
  no: 'nein',
  nothing: '–',
  result: 'Ergebnis',
  none: 'nichts (null)',
  rules: (rules) =>
    rules.length === 0
      ? 'keine Regel trifft zu'
      : rules.length === 1
        ? `Regel ${rules[0]} trifft zu`
        : `Regeln ${rules.join(', ')} treffen zu`,
  why: 'Keine Antwort, denn',
  keepName: 'Name des Beispiels',
  keepHint: 'Kleiner Auftrag',
  keep: 'Als Beispiel behalten',
  keepWhat: 'Ab jetzt wird dieses Ergebnis erwartet.',
  noExamples:
    'Noch keine Beispiele. Etwas ausprobieren und behalten: ändern sich die Regeln, ist sofort zu sehen, ob es noch gilt.',
  passes: 'gilt',
  fails: 'gilt nicht',
  expected: (value) => `erwartet ${value}`,
  got: (value) => `herausgekommen ${value}`,
  load: (name) => `${name} ausprobieren`,
  remove: (name) => `${name} entfernen`,
  removed: (name) => `Beispiel ${name} entfernt`,
  noLog:
    'Noch nichts entschieden. Sobald die Entscheidung veröffentlicht ist und ein Durchlauf zu ihrer Aufgabe kommt, steht hier, nach welchen Regeln.',
  logFailed: 'Was entschieden wurde, konnte nicht geladen werden',
  version: (number) => `Version ${number}`,
  from: (name, number, title) => `${name} für Nr. ${number}, ${title}`,
  outside: 'von außen gefragt',
  faulty: (sentence) => `Keine Antwort: ${sentence}`,
  more: 'Mehr zeigen',
  texts: 'Diese Entscheidung ist keine Tabelle. Ihre Ausdrücke:',
  expression: 'Ausdruck',
  noTexts: 'An dieser Entscheidung lässt sich hier nichts ändern; sie bleibt, wie die Datei sie enthält.',
} as const satisfies Translated<typeof textsRulePanel>
