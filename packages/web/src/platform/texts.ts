import { named, words } from './language/index.ts'

/** What is said when something is refused or fails, and how keys and fields are called then. */
export const texts = words('platform/texts', {
  refusedByServer: 'The server refused this.',
  refused: (code: string) => `This was refused (${code}).`,
  unreachable: {
    sentence: 'The server does not answer.',
    remedy: 'Nothing was lost. Check the connection, then try again.',
  },
  fault: {
    sentence: 'Something in this page went wrong.',
    remedy: 'What you saved before is safe. Try again, or reload the page.',
  },
  unsent: { sentence: 'The change could not be sent.', remedy: 'Reload the page, then try again.' },
  ownField: 'a field of your own',
  fields: named({
    area: 'area of interest',
    parentId: 'parent',
    responsibleId: 'responsible person',
    accountableId: 'accountable person',
    requesterId: 'requester',
    teamId: 'team',
    startsOn: 'start date',
    dueOn: 'due date',
    effortMin: 'effort',
    effortLowMin: 'low estimate',
    effortHighMin: 'high estimate',
    costOfDelayMinor: 'cost of delay',
    isMilestone: 'milestone mark',
    labelIds: 'labels',
    rank: 'place in the order',
    title: 'title',
    description: 'description',
    priority: 'priority',
    name: 'name',
    state: 'state',
  }), // The server may name more fields than have words.
  /** How keys are printed on the keyboard, where that is a word. */
  caps: { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', escape: 'Esc', space: 'Space', delete: 'Delete' },
})
