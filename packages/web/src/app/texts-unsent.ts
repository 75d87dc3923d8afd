import { words } from '../platform/language/index.ts'

/** The words about changes that the server has not answered yet, and about what this device keeps. */
export const unsentTexts = words('app/texts-unsent', {
  title: 'Changes not sent yet',
  sentence:
    'They are kept on this device, also when the page is closed, and are sent in this order as soon as the server can be reached. What it refuses is told with the reason.',
  change: 'A change',
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${String(count)} more`),
  none: 'Everything has been sent',
  noneHint: 'What you change while the connection is away waits here.',
  tryNow: 'Try now',
  giveUp: 'Give up',
  giveUpSpoken: (what: string) => `Give up: ${what}`,
  onItsWay: 'It is on its way already: undo it once it has arrived.',
  given: 'Given up',
  leaving: 'Signing out removes what this device keeps: these changes would be lost.',
  leave: 'Sign out and lose them',
  stay: 'Stay',
  close: 'Close',
})
