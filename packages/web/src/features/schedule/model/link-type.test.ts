import { expect, test } from 'vitest'
import { linkTypeOf } from './link-type.ts'

test.each([
  ['finish', 'start', 'FS'],
  ['start', 'start', 'SS'],
  ['finish', 'finish', 'FF'],
  ['start', 'finish', 'SF'],
] as const)('drawn from %s to %s it is %s', (from, to, type) => expect(linkTypeOf(from, to)).toBe(type))
