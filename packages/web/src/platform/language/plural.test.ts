import { expect, test } from 'vitest'
import { plural } from './plural.ts'

test.each([
  ['item|items', 1, 'item'],
  ['item|items', 0, 'items'],
  ['item|items', 12, 'items'],
  ['already done', 1, 'already done'],
  ['already done', 3, 'already done'],
])('of %s, %i takes %s', (forms, count, form) => expect(plural(forms, count)).toBe(form))
