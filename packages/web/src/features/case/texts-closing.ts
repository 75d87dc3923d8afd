import { words } from '../../platform/language/case-words.ts'

/** What is said where a case is closed. */
export const closingTexts = words('features/case/texts-closing', {
  title: (name: string) => `Close ${name}`,
  missing: 'These required steps are still open:',
  nothingMissing: 'Nothing required is open.',
  asks: 'What closing asks for',
  needsAcceptance: 'Whoever asked for the case accepts the outcome',
  needsNotice: 'Those concerned are told',
  requester: 'Who asked for it',
  owner: 'Nobody: the owner of the case accepts',
  accept: 'Accept the outcome',
  acceptNote: 'What is to be said of the outcome',
  accepted: (who: string, when: string) => `Accepted by ${who}, ${when}`,
  waitsFor: (who: string) => `${who} has to accept the outcome.`,
  somebody: 'The owner',
  notice: 'Record the notice',
  noticeTo: 'Who was told',
  noticeWay: 'How',
  noticeWayHint: 'by letter, by phone, in a meeting',
  noticed: (to: string, way: string, when: string) => `Told: ${to}, ${way}, ${when}`,
  close: 'Close the case',
  cancel: 'Not yet',
})
