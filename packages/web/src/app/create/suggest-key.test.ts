import { expect, test } from 'vitest'
import { suggestKey } from './suggest-key.ts'

test.each([
  ['Tower A construction', [], 'TAC'],
  ['Façade', [], 'FAC'],
  ['Façade', ['FAC'], 'FAC2'],
  ['2026 budget', [], 'BB'],
  ['X', [], 'XX'],
  ['Øst & Vest', [], 'OV'],
  ['建設', [], ''],
  ['', [], ''],
])('%s', (name, taken, key) => expect(suggestKey(name, new Set(taken))).toBe(key))
