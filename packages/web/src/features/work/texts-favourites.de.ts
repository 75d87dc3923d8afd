import type { Translated } from '../../platform/language/index.ts'
import type { textsFavourites } from './texts-favourites.ts'

/** Was zu Favoriten gesagt wird. */
export const german = {
  add: (name) => `${name} zu den Favoriten`,
  remove: (name) => `${name} aus den Favoriten`,
  hint: 'Favorit  Umschalt F',
  key: 'Zu den Favoriten, oder heraus',
  group: 'Diese Seite',
  didAdd: (name) => `${name} ist ein Favorit`,
  didRemove: (name) => `${name} ist kein Favorit mehr`,
} satisfies Translated<typeof textsFavourites>
