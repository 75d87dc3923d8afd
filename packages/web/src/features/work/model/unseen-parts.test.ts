import type { FieldView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { unseenParts } from './unseen-parts.ts'
import { readViewSettings, type ViewSearch } from './view-settings.ts'

const budget: FieldView = {
  ...{ id: 'f1', key: 'budget', name: 'Budget', kind: 'number', options: [], formula: null, rollUp: null },
  ...{ result: null, seenBy: null, changedBy: null, isLocked: false, rank: 'a', origin: 'own' },
  ...{ archivedAt: null, version: 1 },
}

const partsOf = (search: ViewSearch, refusal: string | null = null) =>
  unseenParts(readViewSettings(search), {
    fields: new Map([[budget.id, budget]]),
    refusal: refusal === null ? null : { code: refusal },
  })

test('a view of fields that are seen leaves nothing out', () => {
  expect(partsOf({})).toEqual([])
  expect(
    partsOf({ view: 'table', group: 'field.budget', sort: '-field.budget', cols: 'title,field.budget' }),
  ).toEqual([])
})

test('every part that names a field which is not seen is left out, where the layout has it', () => {
  const unseen = {
    group: 'field.secret',
    lanes: 'field.secret',
    sort: 'field.secret',
    cols: 'title,field.secret',
  }
  expect(partsOf({ view: 'table', ...unseen })).toEqual(['group', 'sort', 'columns'])
  expect(partsOf({ view: 'board', ...unseen })).toEqual(['group', 'lanes', 'sort'])
})

test('of filters only those that name such a field, not those that are wrong', () => {
  expect(partsOf({ q: 'secret > 5' }, 'query.field_unknown')).toEqual(['filter'])
  expect(partsOf({ q: 'due <' }, 'query.unfinished')).toEqual([])
})
