import { words } from '../../platform/language/index.ts'

/** What the list of keys says. */
export const texts = words('features/help/texts', {
  title: 'Keys',
  placeHint: 'A letter or sign can be placed on another key: choose it here, then press that key.',
  changeTitle: 'Choose another key',
  change: (label: string, key: string) => `${label}: ${key}. Choose another key`,
  waiting: 'Press a key…',
  press: (label: string) => `Press the key that is to do “${label}”. Escape leaves it as it is.`,
  placed: (label: string, key: string) => `“${label}” is on ${key} now, in this browser.`,
  swapped: (key: string, other: string) => `${key} and ${other} have changed places, in this browser.`,
  notSingle: (key: string) => `${key} stays what it is: choose a letter or a sign.`,
  placeBack: 'Put all keys back',
  single: 'Single letters are commands',
  singleHint: 'Switch this off when you dictate to the computer. Keys with Ctrl, Alt or Command stay.',
})
