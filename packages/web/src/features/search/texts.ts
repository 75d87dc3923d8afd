import { words } from '../../platform/language/index.ts'

/** What the search says. */
export const texts = words('features/search/texts', {
  title: 'Search',
  field: 'Search for',
  placeholder: 'Words of a title, a text, a comment or a file; or a key such as TWR-104',
  kinds: { all: 'All', item: 'Items', comment: 'Comments', file: 'Files' },
  kindsLabel: 'Kinds of results',
  place: 'Where to look',
  everywhere: 'Everywhere',
  searching: 'Searching',
  failed: 'The search did not answer',
  list: 'Results',
  count: (count: number, most: number) =>
    count >= most ? `the first ${String(most)}` : count === 1 ? '1 result' : `${String(count)} results`,
  similar: 'Perhaps you meant',
  archived: 'archived',
  comment: 'Comment',
  file: 'File',
  in: (place: string) => `in ${place}`,
  start: {
    title: 'Find anything that was written here',
    sentence:
      'Every word you type must be there, in any form and order: titles come first, then descriptions, comments and text files. A slip of the pen is forgiven in titles.',
  },
  nothing: {
    title: (words: string) => `Nothing has “${words}”`,
    sentence:
      'All words must be in the same item, comment or file. Try fewer or shorter words: the beginning of a word is enough.',
    wider: 'Look everywhere',
  },
  toItems: 'Go to all items',
  keys: { group: 'Search', field: 'Back to the field', next: 'Next result', previous: 'Previous result' },
})
