import { words } from '../../platform/language/plan-words.ts'

/** What a plan as it might be says. */
export const textsScenario = words('features/schedule/texts-scenario', {
  title: 'What if',
  open: 'What if',
  openHint: 'Try changes out: nobody sees them before you carry them out',
  new: 'New what-if',
  firstName: (number: number) => `What if ${String(number)}`,
  kept: 'They are kept on this device only.',
  hint: 'Change dates, links, people, machines, calendars and rules anywhere in the plan, or leave items out: nothing is changed before you carry it out.',
  name: 'Name of the what-if',
  which: 'Which what-if is open',
  live: 'The plan as it stands',
  changes: (count: number) => (count === 1 ? '1 change' : `${String(count)} changes`),
  changesOf: (name: string) => `Changes of ${name}`,
  finish: (from: string, to: string) => (from === to ? `Finish stays ${to}` : `Finish ${from} → ${to}`),
  cost: (from: string, to: string) => (from === to ? `Cost stays ${to}` : `Cost ${from} → ${to}`),
  moved: (count: number) => (count === 1 ? '1 item moves' : `${String(count)} items move`),
  undo: 'Take back the last change of the what-if',
  redo: 'Make the change of the what-if again',
  removeStep: (label: string) => `Leave out: ${label}`,
  back: 'Back to the plan',
  backHint: 'Shows the plan as it stands; the what-if stays as it is',
  keep: 'Carry out',
  drop: 'Drop',
  carriedOut: (name: string) => `Carried out ${name}`,
  hindered: (count: number) =>
    count === 1
      ? '1 change cannot be carried out and stays here: see the list of changes'
      : `${String(count)} changes cannot be carried out and stay here: see the list of changes`,
  changed: (count: number) =>
    count === 1
      ? 'Others have changed meanwhile what 1 change is about'
      : `Others have changed meanwhile what ${String(count)} changes are about`,
  overwrites: 'Others have changed this since. Carried out, it is as you set it here.',
  hindrance: {
    gone: 'What it changes is not in the plan any more.',
    manager: 'Only managers of the project can carry this out.',
    organiser: 'All projects share this: only those who run the organisation can carry it out.',
    builds: 'It builds on a change that cannot be carried out.',
  },
  circle: 'The links go round in a circle, so no dates follow from them. Take the last one back.',
  tooMany: (most: string) =>
    `More than ${most} commands cannot be carried out at once. Leave some changes out.`,
  elsewhere: 'This view shows the plan as it stands, without the what-if.',
  closed: (name: string) =>
    `“${name}” is open. This belongs to the plan itself and cannot be tried out: go back to the plan to change it.`,
  inPanel: (name: string) => `“${name}” is open: what you change here goes into it.`,
  fixedHere: 'This belongs to the plan itself and does not go into a what-if.',
  leaveOut: 'Leave out: do not do it',
  leftOut: (name: string) => `Left out ${name}`,
  leftOutLines: (count: number) => (count === 1 ? 'Left out 1 line' : `Left out ${String(count)} lines`),
  holdsNot: 'A what-if cannot hold this change',
  holdsNotRemedy:
    'It takes what a plan is calculated from: dates, work, people and machines, calendars, rules, links, and items that are left out. Go back to the plan to change anything else.',
})
