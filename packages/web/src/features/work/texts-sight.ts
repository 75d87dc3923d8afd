import { words } from '../../platform/language/index.ts'

/** Who sees an item, and how that is said and changed. */
export const textsSight = words('features/work/texts-sight', {
  confidential: 'Confidential',
  whoSees: 'Who sees it…',
  change: 'Change',
  seenBy: (names: readonly string[], place: string) =>
    names.length === 0
      ? `Seen only by those who manage ${place}`
      : `Seen by ${names.join(', ')}, and by those who manage ${place}`,
  more: (count: number) => `${String(count)} more`,
  somewhere: 'its container',
  withAbove: 'Confidential with the item above it.',
  title: (key: string) => `Who sees ${key}?`,
  everybody: (place: string) => `Everybody who sees ${place}`,
  asAbove: 'Whoever sees the item above it',
  some: 'Only some people',
  people: 'People who see it',
  pick: 'Type a name',
  nobody: 'Nobody has that name',
  hint: (place: string) =>
    `Those who manage ${place} and those who run the organisation always see it. For everybody else it is as if it were not there, with everything under it. People named here must be able to see ${place}.`,
  save: 'Save',
  did: (key: string) => `${key} is confidential now`,
  didOpen: (key: string) => `${key} is not confidential by itself any more`,
})
