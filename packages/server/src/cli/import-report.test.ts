import { expect, test } from 'vitest'
import { describeRemoval } from './import-report.ts'

test('a removal is told in the words of people, and what is ours goes unsaid', () => {
  const removal = {
    removed: { planItem: 3, item: 3, container: 1, casePlan: 2 },
    kept: [{ kind: 'item', id: 'i-1', name: 'TWR-1 Crane', reason: 'sub-item' }],
    keptCount: 1,
  }
  expect(describeRemoval({ removal })).toEqual([
    'Removed:',
    '       3  items',
    '       1  projects, processes, cases and lists',
    'Kept, because people have built upon it: 1',
    '  TWR-1 Crane: it has a sub-item that stays',
  ])
})

test('a removal of nothing says so', () => {
  const removal = { removed: {}, kept: [], keptCount: 0 }
  expect(describeRemoval({ removal })).toEqual(['There was nothing to remove.'])
})
