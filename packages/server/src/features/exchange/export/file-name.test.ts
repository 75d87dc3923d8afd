import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['Tower A', 'tower-a-2026-11-28.csv'],
  ['Façade: claim / 2', 'facade-claim-2-2026-11-28.csv'],
  ['../../etc', 'etc-2026-11-28.csv'],
  ['Башня', 'башня-2026-11-28.csv'],
  ['…', 'items-2026-11-28.csv'],
])('%s is kept as %s', (what, name) => expect(fileName(what, '2026-11-28', 'csv')).toBe(name))
