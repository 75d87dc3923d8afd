import { words } from '../../platform/language/index.ts'

/** What checklists say. */
export const textsChecklist = words('features/work/texts-checklist', {
  title: 'Checklists',
  usualName: 'Checklist',
  numberedName: (number: number) => `Checklist ${String(number)}`,
  add: 'Add a checklist',
  empty: 'Small steps that need no item of their own. Write one and press Enter, or paste a whole list.',
  name: 'Name of the checklist',
  progress: (done: number, total: number) => `${String(done)} of ${String(total)}`,
  linesDone: (done: number, total: number) =>
    total === 1
      ? `${String(done)} of 1 checklist line done`
      : `${String(done)} of ${String(total)} checklist lines done`,
  openAtEnd: (count: number) =>
    count === 1 ? 'Done, with one line still open.' : `Done, with ${String(count)} lines still open.`,
  removeList: (name: string) => `Remove the checklist ${name}`,
  addLine: 'Add a line',
  addLineTo: (name: string) => `New line in ${name}`,
  lineHint: 'What is to be done? Enter adds the next one.',
  editLine: 'Text of the line',
  tick: (text: string) => text,
  drag: 'Drag to move',
  due: (words: string) => `Due: ${words}`,
  person: (name: string) => `Responsible: ${name}`,
  none: 'not set',
  nobody: 'nobody',
  pickDue: 'Due date of the line',
  convert: 'Make it a sub-item',
  removeLine: 'Remove the line',
  unseen: 'a sub-item you cannot see',
  doneBy: (name: string, when: string) => `Ticked by ${name}, ${when}`,
  doneAt: (when: string) => `Done ${when}`,
  somebody: 'somebody',
  did: {
    removeLine: (text: string) => `Removed “${text}”`,
    removeList: (name: string) => `Removed the checklist “${name}”`,
    convert: (text: string) => `“${text}” is now a sub-item`,
    add: (count: number) => (count === 1 ? 'Added 1 line' : `Added ${String(count)} lines`),
  },
  keys: 'Space ticks, Enter rewrites, arrows go on, Alt with arrows moves, Delete removes',
})
