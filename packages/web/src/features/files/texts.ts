import { words } from '../../platform/language/index.ts'

/** What files say. */
export const texts = words('features/files/texts', {
  failed: 'The files could not be loaded',
  empty: 'Nothing is attached. Drop files here, paste a picture, or choose files.',
  emptyReadOnly: 'Nothing is attached.',
  choose: 'Choose files',
  drop: 'Drop to attach',
  attach: 'Attach files',
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `Removed ${name}`,
  sureTitle: (name: string) => `Remove ${name}?`,
  sureText: 'The file is taken away for good.',
  keep: 'Keep it',
  removeIt: 'Remove',
  download: (name: string) => `Download ${name}`,
  uploading: (name: string) => `Sending ${name}`,
  retry: 'Try again',
  giveUp: (name: string) => `Do not send ${name}`,
  more: 'Show older files',
  atItem: (key: string) => `at ${key}`,
  pasted: 'Pasted picture',
  somebody: 'Somebody',
})
