import type { Translated } from '../../platform/language/index.ts'
import type { textsBaselines } from './texts-baselines.ts'

/** Was zu mehreren Basisplänen gesagt wird: welche verglichen werden, wie sie heißen, und dass einer geht. */
export const german = {
  against: 'Womit der Basisplan verglichen wird',
  now: 'Mit dem Plan jetzt',
  with: (name) => `Mit ${name}`,
  manage: 'Umbenennen oder löschen',
  name: (number) => `Name von Basisplan ${number}`,
  rename: 'Umbenennen',
  renamed: (name) => `Umbenannt: ${name}`,
  remove: 'Diesen Basisplan löschen',
  removed: (name) => `Gelöscht: ${name}`,
} satisfies Translated<typeof textsBaselines>
