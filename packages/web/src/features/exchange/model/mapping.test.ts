import type { ImportMapping, ImportProfile } from '@millrace/contract'
import { expect, test } from 'vitest'
import { firstMapping, freeKey, missingPart, withColumn } from './mapping.ts'

const csv = {
  format: 'csv',
  mapping: [
    { column: 0, field: 'title' },
    { column: 1, field: 'ignore' },
  ],
} as unknown as ImportProfile // The first mapping looks at nothing else.

const mapping = firstMapping(csv, 'site_tasks-2026.csv', new Set())

test('a table goes into a new list named after the file', () => {
  expect(mapping).toMatchObject({
    target: { kind: 'new', containerKind: 'list', name: 'site tasks 2026', key: 'ST2' },
    columns: [
      { column: 0, field: 'title' },
      { column: 1, field: 'ignore' },
    ],
  })
})

test('a plan goes into a new project named after its title', () => {
  const plan = { format: 'mspdi', title: 'Harbour bridge' } as ImportProfile
  expect(firstMapping(plan, 'x.xml', new Set()).target).toMatchObject({
    containerKind: 'project',
    name: 'Harbour bridge',
    key: 'HB',
  })
})

test('a title that is only the name of a file is read as one', () => {
  const plan = { format: 'mspdi', title: 'harbour-bridge.mpp' } as ImportProfile
  expect(firstMapping(plan, 'x.xml', new Set()).target).toMatchObject({ name: 'harbour bridge' })
})

test.each([
  ['Tower A construction', [], 'TAC'],
  ['Tower A construction', ['TAC'], 'TAC2'],
  ['Façade', [], 'FACA'],
  ['2026', [], 'IMP'],
  ['x', [], 'XIMP'],
  ['', [], 'IMP'],
])('the key of %j beside %j is %s', (name, taken, key) => expect(freeKey(name, new Set(taken))).toBe(key))

test('a field that takes one column leaves the column it had', () => {
  const changed = withColumn(mapping, { column: 1, field: 'title' })
  expect(changed.columns).toEqual([
    { column: 0, field: 'ignore' },
    { column: 1, field: 'title' },
  ])
})

test('labels may come from several columns', () => {
  const one = withColumn(mapping, { column: 1, field: 'labels' })
  const two = withColumn(one, { column: 2, field: 'labels' })
  expect(two.columns.map((each) => each.field)).toEqual(['title', 'labels', 'labels'])
})

test.each<[string, Partial<ImportMapping>, string | null]>([
  ['complete', {}, null],
  ['no title', { columns: [] }, 'title'],
  ['no container', { target: { kind: 'existing', containerId: '' } }, 'container'],
  [
    'a case without subject',
    {
      target: {
        kind: 'new',
        containerKind: 'case',
        key: 'ABC',
        name: 'x',
        subject: null,
        wishedEndState: null,
      },
    },
    'subject',
  ],
  [
    'a key too short',
    {
      target: {
        kind: 'new',
        containerKind: 'list',
        key: 'A',
        name: 'x',
        subject: null,
        wishedEndState: null,
      },
    },
    'key',
  ],
])('%s: what is missing', (_name, change, part) => {
  expect(missingPart({ ...mapping, ...change }, 'csv')).toBe(part)
})
