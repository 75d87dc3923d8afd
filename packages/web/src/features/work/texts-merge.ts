import { words } from '../../platform/language/index.ts'

/** What the dialog that merges two items says. */
export const textsMerge = words('features/work/texts-merge', {
  merge: 'Merge with…',
  mergeOf: (key: string) => `Merge ${key} with another`,
  whichStays: 'Which of the two stays?',
  item: (key: string, title: string) => `${key} ${title}`,
  before: 'Find the other item that is about the same work.',
  happens: (goes: string, stays: string) =>
    `Comments, files, checklists, time, sub-items and followers of ${goes} go to ${stays}, which also gets the fields it lacks. ${goes} is archived and leads to ${stays}. This cannot be undone.`,
  doMerge: 'Merge',
  merged: (goes: string, stays: string) => `${goes} is now part of ${stays}`,
})
