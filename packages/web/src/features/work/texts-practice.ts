import { words } from '../../platform/language/index.ts'

/** What is said where an item names its practice. */
export const textsPractice = words('features/work/texts-practice', {
  pick: 'Practice',
  none: 'No practice',
  notInCatalogue: 'not in the catalogue',
  notDescribed: 'Not in the catalogue of practices.',
  describe: 'Describe it',
  open: 'How it is done',
  follows: (version: number) => `follows version ${String(version)}`,
  draft: 'a draft, undescribed',
  lacks: (qualifications: readonly string[]) =>
    `Whoever is responsible is not known to be able to do this: ${qualifications.join(', ')}`,
  areas: 'Its 3x3 table',
})
