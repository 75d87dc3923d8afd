import { words } from '../../platform/language/practice-words.ts'

/** What the nine areas of interest are called. */
export const textsAreas = words('features/practice/texts-areas', {
  area: {
    '1.1': 'Market and clients',
    '1.2': 'Use and requirements',
    '1.3': 'Outside relations',
    '2.1': 'Idea and value',
    '2.2': 'Design and making',
    '2.3': 'Running the work',
    '3.1': 'Business and funding',
    '3.2': 'Methods and tools',
    '3.3': 'People and administration',
  },
  row: ['Environment', 'The thing itself', 'Those who make it'],
  columnOf: ['Entrepreneur', 'Engineer', 'Manager'],
  named: (id: string, name: string) => `${id} ${name}`,
})
