import { words } from '../../platform/language/index.ts'

/** Who else has an item before them. */
export const textsPresence = words('features/work/texts-presence', {
  group: 'Also here',
  looks: (name: string) => `${name} is looking at this too`,
  writes: {
    title: (name: string) => `${name} is changing the title`,
    description: (name: string) => `${name} is writing the description`,
    comment: (name: string) => `${name} is writing a comment`,
  },
  more: (count: number) => `and ${count} more`,
})
