import { words } from '../../platform/language/index.ts'

/** What the list of keys says. */
export const texts = words('features/help/texts', {
  title: 'Keys',
  single: 'Single letters are commands',
  singleHint: 'Switch this off when you dictate to the computer. Keys with Ctrl, Alt or Command stay.',
})
