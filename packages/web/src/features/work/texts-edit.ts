import { words } from '../../platform/language/index.ts'

const inDays = (days: number) =>
  `${String(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`

/** What the editors of single properties say, and how changes are named when they can be taken back. */
export const textsEdit = words('features/work/texts-edit', {
  create: (name: string) => `Create “${name}”`,
  you: 'you',
  nothingLikeThis: 'Nothing is called so.',
  submitKeys: 'Ctrl + Enter',
  pick: {
    state: 'Move to state…',
    priority: 'Set priority…',
    person: 'Choose a person…',
    labels: 'Add or remove labels…',
    team: 'Choose a team…',
    group: 'Move to…',
    value: 'Choose…',
  },
  notAllowedFromHere: 'The workflow does not lead there from here',
  waitTitle: 'Wait for',
  waitWhom: 'Whom it waits for',
  waitNote: 'What it waits for',
  waitSubmit: 'Wait',
  stopWaiting: 'No longer waiting',
  blockTitle: 'Blocked by',
  blockReason: 'Reason',
  blockNote: 'What exactly',
  blockSubmit: 'Block',
  handOffTitle: 'Hand off',
  handOffWhom: 'Who takes over',
  handOffNote: 'What they need to know',
  handOffSubmit: 'Hand off',
  handedOff: (person: string, note: string) => `Handed off to ${person}: ${note}`,
  did: {
    move: (what: string, state: string) => `Moved ${what} to ${state}`,
    change: (what: string) => `Changed ${what}`,
    assign: (what: string, person: string) => `${what} is now with ${person}`,
    wait: (what: string) => `${what} waits`,
    block: (what: string) => `${what} is blocked`,
    finish: (what: string) => `Finished ${what}`,
    archive: (what: string) => `Archived ${what}`,
    create: (what: string) => `Created ${what}`,
    due: (what: string, day: string) => `${what} is due ${day}`,
    shift: (what: string, days: number, edge: 'both' | 'start' | 'due') =>
      `${{ both: 'Moved', start: 'Moved the start of', due: 'Moved the due day of' }[edge]} ${what} ${inDays(days)}`,
  },
  items: (count: number) => (count === 1 ? '1 item' : `${String(count)} items`),
  overLimitTitle: 'The limit on work in progress is reached',
  moveAnyway: 'Move anyway',
  toTop: 'To the top of this group',
  toBottom: 'To the end of this group',
  save: 'Save',
})
