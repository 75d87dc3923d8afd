import { words } from '../../platform/language/plan-words.ts'

/** What a plan as it might be says. */
export const textsScenario = words('features/schedule/texts-scenario', {
  title: 'What if',
  open: 'What if',
  openHint: 'Try changes out: nobody sees them before you carry them out',
  new: 'New what-if',
  firstName: (number: number) => `What if ${String(number)}`,
  kept: 'They are kept on this device only.',
  hint: 'Change dates, durations and links anywhere in the plan: nothing is changed before you carry it out. What you try is kept on this device only.',
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
  notFitting: (count: number) =>
    count === 1
      ? '1 change no longer fits the plan and is left out'
      : `${String(count)} changes no longer fit the plan and are left out`,
  circle: 'The links go round in a circle, so no dates follow from them. Take the last one back.',
  tooMany: (most: string) =>
    `More than ${most} commands cannot be carried out at once. Leave some changes out.`,
  elsewhere: 'This view shows the plan as it stands, without the what-if.',
  closed: (name: string) =>
    `“${name}” is open. This belongs to the plan itself and cannot be tried out: go back to the plan to change it.`,
  inPanel: (name: string) =>
    `“${name}” is open: dates, durations, progress and links that you change here go into it. Effort and people belong to the plan itself.`,
  holdsNot: 'A what-if cannot hold this change',
  holdsNotRemedy:
    'It takes dates, durations, constraints, progress, links and levelling. Go back to the plan to change anything else.',
})
