import { words } from '../../platform/language/plan-words.ts'

/** What is said about several baselines: which are compared, what they are called, and that one goes. */
export const textsBaselines = words('features/schedule/texts-baselines', {
  against: 'With what the baseline is compared',
  now: 'With the plan now',
  with: (name: string) => `With ${name}`,
  manage: 'Rename or delete',
  name: (number: number) => `Name of baseline ${String(number)}`,
  rename: 'Rename',
  renamed: (name: string) => `Renamed ${name}`,
  remove: 'Delete this baseline',
  removed: (name: string) => `Deleted ${name}`,
})
