import { words } from '../../platform/language/index.ts'

/** What is said about a file while it arrives. */
export const texts = words('ui/download/texts', {
  underWay: 'Export under way',
  arrived: (megabytes: string, items: string) => `${megabytes} MB so far, ${items} items in all`,
  beginning: 'The items are being gathered',
  cancel: 'Cancel',
  cancelled: 'The export was cancelled.',
  done: (items: string, name: string) => `${items} items are in ${name}`,
})
