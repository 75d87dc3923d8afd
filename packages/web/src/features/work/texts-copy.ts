import { words } from '../../platform/language/index.ts'

/** What the dialogs to copy and to move an item say. */
export const textsCopy = words('features/work/texts-copy', {
  copy: 'Make a copy…',
  copyOf: (key: string) => `A copy of ${key}`,
  title: 'Title',
  container: 'Where',
  withSubItems: (count: number) => `With its sub-items (${String(count)}), at any depth`,
  withChecklists: (count: number) =>
    `With its checklists (${count === 1 ? '1 line' : `${String(count)} lines`}), none ticked`,
  startsOn: 'Earliest day',
  startsOnHint: 'All days move along with it. Left empty they stay as they are.',
  begins: 'The copy begins anew: comments, files, states and ticks stay with the original.',
  doCopy: 'Copy',
  copied: (key: string) => `Copied as ${key}`,
  open: 'Open',
  undo: 'Undo',
  move: 'Move to…',
  moveOf: (key: string) => `Move ${key}`,
  to: 'To',
  along: 'Take along the sub-items that are in the same place',
  keeps: (key: string) => `It keeps its key ${key}, its comments, files and history.`,
  doMove: 'Move',
  moved: (what: string, where: string) => `Moved ${what} to ${where}`,
  tooMany: 'More than 1,000 items would move at once. Move its parts one by one.',
})
