import { words } from '../../platform/language/plan-words.ts'

/** What gaps in the work of an item say. */
export const textsSplit = words('features/schedule/texts-split', {
  command: 'Split the work of an item',
  menu: 'Split here…',
  title: (item: string) => `Parts of ${item}`,
  parts: 'Parts',
  none: 'It is done in one piece. Split it where the work rests for a while.',
  part: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  after: (done: string) => `Rests after ${done}`,
  pauseAfter: (done: string) => `How long it rests after ${done}`,
  join: (done: string) => `No rest after ${done}`,
  from: 'Rests from',
  afterWork: 'Rests after',
  pause: 'For',
  split: 'Split here',
  resume: 'Goes on no earlier than',
  changed: (key: string) => `Split the work of ${key}`,
  movedPart: (key: string) => `Moved a part of ${key}`,
  inParts: (count: number) => `in ${String(count)} parts`,
  partHint: 'Draw a part to let it begin on another day',
})
