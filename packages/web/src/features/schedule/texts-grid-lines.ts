import { plural } from '../../platform/language/index.ts'
import { words } from '../../platform/language/plan-words.ts'

const counted = (forms: string, count: number) => plural(forms, count).replace('{n}', String(count))

/** What the grid of a plan says about its lines as such. */
export const textsLines = words('features/schedule/texts-grid-lines', {
  tools: 'Lines of the plan',
  step: { indent: 'Indent', outdent: 'Outdent', up: 'Move up', down: 'Move down' },
  insertAbove: 'Insert a line above',
  insertBelow: 'Insert a line below',
  remove: 'Delete the lines',
  newTitle: 'New item',
  fold: (title: string) => `Fold ${title}`,
  unfold: (title: string) => `Unfold ${title}`,
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  did: {
    indent: (count: number) => counted('Indented 1 line|Indented {n} lines', count),
    outdent: (count: number) => counted('Outdented 1 line|Outdented {n} lines', count),
    up: (count: number) => counted('Moved 1 line up|Moved {n} lines up', count),
    down: (count: number) => counted('Moved 1 line down|Moved {n} lines down', count),
  },
  inserted: 'Inserted a line',
  removed: (count: number) => counted('Deleted 1 line|Deleted {n} lines', count),
  cannot: {
    indent: 'There is nothing above that it could lie under.',
    outdent: 'It is at the top already.',
    up: 'It is the first under its parent already.',
    down: 'It is the last under its parent already.',
  },
})
