import { words } from '../../platform/language/plan-words.ts'

/** What the choice of the columns of the grid says. */
export const textsColumns = words('features/schedule/texts-grid-columns', {
  columns: 'Columns',
  narrower: (name: string) => `Make ${name} narrower`,
  wider: (name: string) => `Make ${name} wider`,
  reset: 'As they were at first',
  edge: 'Draw to make the column wider or narrower',
})
