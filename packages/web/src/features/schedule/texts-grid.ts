import { words } from '../../platform/language/plan-words.ts'

/** What the grid of a plan says. */
export const textsGrid = words('features/schedule/texts-grid', {
  grid: 'The plan as a table',
  group: 'Grid',
  emptyRow: 'Write a new item here',
  inScenario:
    'While a what-if is open it takes whatever the plan is calculated from, and lines that are left out; names, who is responsible and new items belong to the plan itself.',
  hint: 'Type to write, Enter or F2 to change. Ctrl+V pastes lines of a spreadsheet, Ctrl+D fills down.',
  line: 'Line',
  column: {
    wbs: 'WBS',
    title: 'Title',
    duration: 'Duration',
    effort: 'Effort',
    start: 'Start',
    finish: 'Finish',
    percent: 'Done',
    before: 'Predecessors',
    resources: 'Resources',
    responsible: 'Responsible',
    constraint: 'Constraint',
    constraintDay: 'Constraint day',
    deadline: 'Deadline',
    calendar: 'Calendar',
    float: 'Total float',
    cost: 'Cost',
  },
  cell: (column: string, title: string) => `${column} of ${title}`,
  changed: (key: string) => `Changed ${key}`,
  created: (title: string) => `Created ${title}`,
  fillDown: 'Fill down',
  filled: (count: number) => `Filled ${String(count)} lines`,
  clear: 'Empty the cells',
  cleared: (count: number) => (count === 1 ? 'Emptied 1 cell' : `Emptied ${String(count)} cells`),
  pasted: (count: number) => (count === 1 ? 'Pasted 1 line' : `Pasted ${String(count)} lines`),
  fault: {
    titleEmpty: () => 'An item needs a title.',
    noDay: (piece: string) => `“${piece}” is no day. Write 14 Dec, 2027-03-14, tomorrow or +3d.`,
    noLength: (piece: string) => `“${piece}” is no duration. Write 3d, 4h, 2w, or 3ed around the clock.`,
    noWork: (piece: string) => `“${piece}” is no amount of work. Write 16h, 2d or 1d 4h.`,
    noPercent: (piece: string) => `“${piece}” is no whole number from 0 to 100.`,
    nobody: (piece: string) => `Nobody here is called “${piece}”.`,
    noResource: (piece: string) =>
      `Nobody and nothing called “${piece}” can be assigned here. Add it under Resources in the settings of the plan.`,
    noSkill: (piece: string) =>
      `Nobody here has the skill “${piece}”. Give it to somebody under Resources in the settings of the plan.`,
    noUnits: (piece: string) => `“${piece}” is no share. Write Ann[50%], Crane[2] or Concrete[12 t].`,
    noConstraint: (piece: string) =>
      `“${piece}” is no constraint. Write ASAP, ALAP, SNET, SNLT, FNET, FNLT, MSO or MFO, or their names.`,
    constraintFirst: (piece: string) => `“${piece}” needs a day. Write it in the column beside.`,
    noCalendar: (piece: string) => `No calendar of this plan is called “${piece}”.`,
    linkUnreadable: (piece: string) =>
      `“${piece}” is no predecessor. Write 3, 3FS+2d, TWR-12SS or 2.1FF, with semicolons between several.`,
    linkUnknown: (piece: string) => `There is no line ${piece}.`,
    linkItself: () => 'Nothing can come after itself.',
    linkCircle: () => 'This would run in a circle: something would have to wait for itself.',
    ofSummary: () => 'It spans what is under it. Change the items under it.',
    ofHammock: () => 'It spans from what it begins with to what it ends with. Change its links.',
    ofMilestone: () => 'A milestone takes no work.',
    undated: () => 'It has no dates yet. Give it a start first.',
    wbs: () => 'It follows from where the line lies. Indent or move the line.',
    float: () => 'It follows from the links and dates of the plan.',
    cost: () => 'It follows from who and what is on the item.',
  },
  paste: {
    title: 'Paste lines',
    reading: (made: number, changed: number) => `${String(changed)} changed, ${String(made)} new`,
    nothing: 'These lines say nothing that the plan does not say already.',
    tooMany: (max: string) => `This is more than ${max} changes at once. Paste fewer lines.`,
    wrong: (count: number) =>
      count === 1
        ? '1 cell is not understood. Without it, everything else can be done.'
        : `${String(count)} cells are not understood. Without them, everything else can be done.`,
    passedOver: (names: string) => `Passed over: ${names}.`,
    more: (count: number) => (count === 1 ? '1 more line' : `${String(count)} more lines`),
    level: 'Level',
    item: 'Item',
    what: 'What changes',
    isNew: 'new',
    change: (column: string, parts: { readonly from: string; readonly to: string }) =>
      parts.from === '' ? `${column}: ${parts.to}` : `${column}: ${parts.from} → ${parts.to}`,
    emptied: 'empty',
    apply: 'Do it',
    applyWithout: (count: number) =>
      count === 1 ? 'Do it without that cell' : `Do it without those ${String(count)} cells`,
    cancel: 'Cancel',
  },
})
