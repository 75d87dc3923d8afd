import { words } from '../../platform/language/plan-words.ts'

/** What the grid of a plan says. */
export const textsGrid = words('features/schedule/texts-grid', {
  grid: 'The plan as a table',
  group: 'Grid',
  emptyRow: 'Write a new item here',
  inScenario:
    'While a what-if is open it takes dates, durations, progress and links; names, people and new items belong to the plan itself.',
  hint: 'Type to write in a cell, Enter or F2 to change it. Ctrl+V pastes lines of a spreadsheet.',
  line: 'Line',
  wbs: 'WBS',
  column: {
    title: 'Title',
    duration: 'Duration',
    start: 'Start',
    finish: 'Finish',
    before: 'Predecessors',
    percent: 'Done',
    responsible: 'Responsible',
  },
  cell: (column: string, title: string) => `${column} of ${title}`,
  changed: (key: string) => `Changed ${key}`,
  created: (title: string) => `Created ${title}`,
  pasted: (count: number) => (count === 1 ? 'Pasted 1 line' : `Pasted ${String(count)} lines`),
  fault: {
    titleEmpty: () => 'An item needs a title.',
    noDay: (piece: string) => `“${piece}” is no day. Write 14 Dec, 2027-03-14, tomorrow or +3d.`,
    noLength: (piece: string) => `“${piece}” is no duration. Write 3d, 4h, 2w, or 3ed around the clock.`,
    noPercent: (piece: string) => `“${piece}” is no whole number from 0 to 100.`,
    nobody: (piece: string) => `Nobody here is called “${piece}”.`,
    linkUnreadable: (piece: string) =>
      `“${piece}” is no predecessor. Write 3, 3FS+2d, TWR-12SS or 2.1FF, with semicolons between several.`,
    linkUnknown: (piece: string) => `There is no line ${piece}.`,
    linkItself: () => 'Nothing can come after itself.',
    linkCircle: () => 'This would run in a circle: something would have to wait for itself.',
    ofSummary: () => 'It spans what is under it. Change the items under it.',
    ofMilestone: () => 'A milestone takes no time.',
    undated: () => 'It has no dates yet. Give it a start first.',
  },
  paste: {
    title: 'Paste lines',
    reading: (made: number, changed: number) => `${String(changed)} changed, ${String(made)} new`,
    nothing: 'These lines say nothing that the plan does not say already.',
    tooMany: (max: number) => `This is more than ${String(max)} changes at once. Paste fewer lines.`,
    wrong: (count: number) =>
      count === 1
        ? '1 cell does not fit and will be left as it is.'
        : `${String(count)} cells do not fit and will be left as they are.`,
    item: 'Item',
    what: 'What changes',
    isNew: 'new',
    change: (column: string, parts: { readonly from: string; readonly to: string }) =>
      parts.from === '' ? `${column}: ${parts.to}` : `${column}: ${parts.from} → ${parts.to}`,
    emptied: 'empty',
    apply: 'Do it',
    cancel: 'Cancel',
  },
  keys: { paste: 'Paste lines of a spreadsheet', edit: 'Write in the cell', clear: 'Empty the cell' },
})
