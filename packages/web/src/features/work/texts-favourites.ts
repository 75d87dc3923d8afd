import { words } from '../../platform/language/index.ts'

/** What is said about favourites. */
export const textsFavourites = words('features/work/texts-favourites', {
  add: (name: string) => `Add ${name} to favourites`,
  remove: (name: string) => `Remove ${name} from favourites`,
  hint: 'Favourite  Shift F',
  key: 'Add to favourites, or remove',
  group: 'This page',
  didAdd: (name: string) => `${name} is a favourite`,
  didRemove: (name: string) => `${name} is no favourite any more`,
})
