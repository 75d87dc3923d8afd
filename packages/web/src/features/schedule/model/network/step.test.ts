import type { PlanRowView, PlanView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { layOut } from './layout.ts'
import { netOf } from './network.ts'
import { stepFrom } from './step.ts'

const row = (itemId: string, isSummary = false) => ({ itemId, isSummary }) as PlanRowView // Nothing else is looked at.
const link = (fromId: string, toId: string) => ({ fromId, toId }) as PlanView['links'][number] // As above.

const rows = [row('sum', true), row('a'), row('b'), row('c'), row('d'), row('alone')]
const links = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd'), link('d', 'elsewhere')]

test('what has links is shown, and what has none on demand; summaries without links are not', () => {
  const net = netOf(rows, { links, withLoose: false })
  expect(net.rows.map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c', 'd'])
  expect(net.arrows).toHaveLength(4)
  expect(net.looseCount).toBe(1)
  expect(netOf(rows, { links, withLoose: true }).rows).toHaveLength(5)
})

test('arrow keys go along the links, and up and down between those that lie in one column', () => {
  const net = netOf(rows, { links, withLoose: false })
  const drawn = { ...net, ...layOut(net.rows.length, net.arrows) }
  expect(stepFrom(0, 'next', drawn)).toBe(1)
  expect(stepFrom(1, 'down', drawn)).toBe(2)
  expect(stepFrom(2, 'up', drawn)).toBe(1)
  expect(stepFrom(2, 'next', drawn)).toBe(3)
  expect(stepFrom(3, 'previous', drawn)).toBe(1)
  expect(stepFrom(3, 'next', drawn)).toBe(3)
  expect(stepFrom(0, 'up', drawn)).toBe(0)
})
