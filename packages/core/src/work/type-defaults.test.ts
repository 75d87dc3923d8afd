import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NewWorkItem } from './create.ts'
import type { CustomField } from './custom-field.ts'
import type { TypeDefaults } from './item-type.ts'
import { checkDefaults, withDefaults } from './type-defaults.ts'

const field = (id: string, more: Partial<CustomField> = {}): [string, CustomField] => [
  id,
  { id, key: id, name: id, kind: 'text', options: [], ...more },
]
const known = {
  fieldsById: new Map([
    field('risk', { kind: 'choice', options: [{ id: 'high', name: 'High' }] }),
    field('floor', { kind: 'number' }),
    field('sum', { kind: 'formula', result: 'number' }),
  ]),
  labelIds: new Set(['red']),
}
const world = { ...known, makerId: 'ann', today: '2026-03-02' }
const input: NewWorkItem = { id: 'i', containerId: 'c', title: 'Pour' }

const defaults: fc.Arbitrary<TypeDefaults> = fc.record(
  {
    description: fc.constantFrom('', 'As drawn'),
    priority: fc.constantFrom(0 as const, 3 as const),
    responsibleId: fc.constantFrom('maker', 'rosa'),
    labelIds: fc.subarray(['red', 'gone']),
    effortMin: fc.nat(1000),
    dueInDays: fc.nat(40),
    fields: fc.constantFrom({}, { risk: 'high' }, { risk: 'gone' }, { floor: 3, gone: 'x' }),
  },
  { requiredKeys: [] },
)

test('what was said stands, also where it says nothing by null; defaults fill in the rest', () => {
  const said = fc.record(
    {
      priority: fc.constantFrom(1 as const, 4 as const),
      responsibleId: fc.constantFrom(null, 'tom'),
      dueOn: fc.constantFrom(null, '2026-05-01'),
      fields: fc.constantFrom({}, { risk: null }, { floor: 7 }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(defaults, said, (usual, given) => {
      const made = withDefaults({ ...input, ...given }, usual, world)
      expect(made).toMatchObject(given)
      if (given.responsibleId === undefined && usual.responsibleId)
        expect(made.responsibleId).toBe(usual.responsibleId === 'maker' ? 'ann' : 'rosa')
      // What is gone since does not stand in the way.
      expect(made.labelIds ?? []).not.toContain('gone')
      expect(Object.values(made.fields ?? {})).not.toContain('gone')
      expect(made.fields ?? {}).not.toHaveProperty('gone')
    }),
  )
})

test('due days count from the day it is made, or from its start where that is later', () => {
  const due = (more: Partial<NewWorkItem>) =>
    withDefaults({ ...input, ...more }, { dueInDays: 5 }, world).dueOn
  expect(due({})).toBe('2026-03-07')
  expect(due({ startsOn: '2026-02-01' })).toBe('2026-03-07')
  expect(due({ startsOn: '2026-04-01' })).toBe('2026-04-06')
  expect(due({ dueOn: null })).toBe(null)
})

test('defaults that no item could have are refused', () => {
  const code = (usual: TypeDefaults) => {
    const checked = checkDefaults(usual, known)
    return checked.ok ? null : checked.refusal.code
  }
  expect(code({ labelIds: ['red'], fields: { risk: 'high', floor: 3 } })).toBe(null)
  expect(code({ labelIds: ['gone'] })).toBe('work.label_unknown')
  expect(code({ fields: { gone: 1 } })).toBe('work.field_unknown')
  expect(code({ fields: { sum: 1 } })).toBe('work.field_computed')
  expect(code({ fields: { risk: 'low' } })).toBe('work.field_value_wrong')
  expect(code({ description: 'x'.repeat(100_001) })).toBe('work.text_too_long')
})
