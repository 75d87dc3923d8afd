import type { TemplateLineView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { deeper, depthsOf, higher, without } from './template-outline.ts'

const line = (id: string, parentId: string | null = null): TemplateLineView => ({
  ...{ id, parentId, title: id, responsibleId: null, startsAfter: null, dueAfter: null },
})
const LINES = [line('a'), line('b', 'a'), line('c', 'b'), line('d'), line('e')]
const shape = (lines: readonly TemplateLineView[]) => {
  const depths = depthsOf(lines)
  return lines.map(({ id }) => `${'-'.repeat(depths.get(id) ?? 0)}${id}`).join(' ')
}

test('lines go deeper under the one above on their level, and up behind what they lay under', () => {
  expect(shape(LINES)).toBe('a -b --c d e')
  expect(shape(deeper(LINES, 'd'))).toBe('a -b --c -d e')
  expect(shape(deeper(LINES, 'a'))).toBe('a -b --c d e')
  expect(shape(higher(LINES, 'b'))).toBe('a b -c d e')
  expect(shape(higher(LINES, 'c'))).toBe('a -b -c d e')
  expect(shape(higher(LINES, 'e'))).toBe('a -b --c d e')
})

test('a line goes with what lies under it', () => {
  expect(shape(without(LINES, 'b'))).toBe('a d e')
})
