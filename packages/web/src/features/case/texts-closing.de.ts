import type { Translated } from '../../platform/language/index.ts'
import type { closingTexts } from './texts-closing.ts'

/** Was dort steht, wo ein Fall abgeschlossen wird. */
export const german = {
  title: (name) => `${name} abschließen`,
  missing: 'Diese notwendigen Schritte sind noch offen:',
  nothingMissing: 'Nichts Notwendiges ist offen.',
  asks: 'Was zum Abschluss gehört',
  needsAcceptance: 'Wer den Fall in Auftrag gab, nimmt das Ergebnis ab',
  needsNotice: 'Wen es angeht, wird unterrichtet',
  requester: 'Wer ihn in Auftrag gab',
  owner: 'Niemand: wer den Fall leitet, nimmt ab',
  accept: 'Das Ergebnis abnehmen',
  acceptNote: 'Was zum Ergebnis zu sagen ist',
  accepted: (who, when) => `Abgenommen von ${who}, ${when}`,
  waitsFor: (who) => `${who} muss das Ergebnis noch abnehmen.`,
  somebody: 'Die Leitung des Falls',
  notice: 'Die Mitteilung festhalten',
  noticeTo: 'Wer unterrichtet wurde',
  noticeWay: 'Auf welchem Weg',
  noticeWayHint: 'per Brief, am Telefon, in einer Sitzung',
  noticed: (to, way, when) => `Unterrichtet: ${to}, ${way}, ${when}`,
  close: 'Fall abschließen',
  cancel: 'Noch nicht',
} satisfies Translated<typeof closingTexts>
