import { randomBytes10, seededRandom, uuidV7 } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { createFinder } from './finder.ts'

const random = seededRandom(7)

function item(more: Partial<WorkItem> = {}): WorkItem {
  const id = uuidV7(0, randomBytes10(random))
  return { id, priority: Math.floor(random() * 5), ...more } as WorkItem
}

const rule = {
  matches: ({ priority }: WorkItem) => priority > 1,
  compare: (a: WorkItem, b: WorkItem) => a.priority - b.priority || (a.id < b.id ? -1 : 1),
  inOrder: (items: readonly WorkItem[]) => items.toSorted(rule.compare),
}

test.each([
  ['one item changed', 1, 0],
  ['some items changed and some were added', 20, 5],
  ['many items changed', 200, 0],
  ['many items were added', 0, 200],
])('%s: the answer is that of a search from the beginning', (_name, changed, added) => {
  const find = createFinder(rule)
  let items = Array.from({ length: 500 }, () => item())
  find(items)
  for (let round = 0; round < 5; round += 1) {
    items = items.slice()
    for (let count = 0; count < changed; count += 1) {
      const at = Math.floor(random() * items.length)
      items[at] = item({ id: items[at]?.id as WorkItem['id'] })
    }
    for (let count = 0; count < added; count += 1) items.push(item())
    expect(find(items)).toEqual(createFinder(rule)(items))
  }
})

test('items that were taken out are not found any more', () => {
  const find = createFinder(rule)
  const items = Array.from({ length: 50 }, () => item({ priority: 3 }))
  find(items)
  expect(find(items.slice(1))).toEqual(rule.inOrder(items.slice(1)))
})
