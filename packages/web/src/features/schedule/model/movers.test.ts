import { expect, test } from 'vitest'
import { moversOf } from './movers.ts'

const numbers = { meanMin: 480, standardDeviationMin: 60, crucialityIndex: 0.5, criticalityIndex: 1 }
const task = (key: string, rankCorrelation: number) => {
  return { ...numbers, itemId: key, key, title: key, rankCorrelation }
}
const risk = { ...numbers, kind: 'risk', id: 'rain', title: 'Rain', criticalityIndex: null } as const

test('items, risks and later phases stand together, the strongest first, and what is chance is left out', () => {
  const phase = { ...numbers, kind: 'phase', id: 'late', title: 'Interior', rankCorrelation: -0.6 } as const
  const found = moversOf({
    tasks: [task('dig', 0.7), task('pour', 0.2), task('rest', 0.005)],
    others: [phase, { ...risk, rankCorrelation: 0.4 }],
  })
  expect(found.map(({ kind, id }) => [kind, id])).toEqual([
    ['item', 'dig'],
    ['phase', 'late'],
    ['risk', 'rain'],
    ['item', 'pour'],
  ])
})
