import { words } from '../../platform/language/index.ts'

/** What timers and time entries say. */
export const costTexts = words('features/cost/texts', {
  spent: (own: string) => `${own} spent on this item`,
  below: (below: string) => `${below} more on the items under it`,
  empty: 'No time has been written down here. Start the timer when you begin, or add what you have spent.',
  loading: 'Loading the time',
  failed: 'The time could not be loaded',
  start: 'Start the timer',
  stop: 'Stop the timer',
  since: (span: string) => `running, ${span}`,
  duration: 'Time spent',
  durationHint: '1h 30m, 45m, 1.5',
  day: 'Day',
  note: 'Note',
  add: 'Add',
  change: 'Change',
  remove: 'Remove',
  save: 'Save',
  cancel: 'Cancel',
  removed: 'Removed an entry of time',
  older: 'Show older entries',
  somebody: 'Somebody',
  entries: 'Time entries',
  timerOn: (item: string) => `The timer runs on ${item}`,
  undo: 'Undo',
})
