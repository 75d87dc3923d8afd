import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AskedChange, changePracticeOfType } from './practice-change.ts'

const initiative = { key: 'DEV-1', area: '3.2', isOpen: true }
const change: AskedChange = {
  ...{ type: 'Slab', before: { id: 'old', name: 'Concreting' }, practiceId: 'new' },
  ...{ kind: 'development', initiative },
}

test('the first practice of a type needs no initiative', () => {
  expect(changePracticeOfType({ ...change, before: null, initiative: null })).toEqual({
    ok: true,
    value: 'first',
  })
})

test.each([
  ['without an initiative', { initiative: null }, 'practice.initiative_missing'],
  [
    'by an item of another area',
    { initiative: { ...initiative, area: '2.3' } },
    'practice.initiative_elsewhere',
  ],
  ['by one that is done', { initiative: { ...initiative, isOpen: false } }, 'practice.initiative_closed'],
  ['to the same', { practiceId: 'old' }, 'practice.change_same'],
])('a change %s is refused', (_how, part, code) => {
  expect(changePracticeOfType({ ...change, ...part })).toMatchObject({ refusal: { code } })
})

test('no practice is replaced or taken away but by an open initiative about methods (INV-P3)', () => {
  const asked = fc.record({
    type: fc.string(),
    before: fc.option(fc.record({ id: fc.constantFrom('a', 'b'), name: fc.string() })),
    practiceId: fc.option(fc.constantFrom('a', 'b')),
    kind: fc.constantFrom('improvement' as const, 'development' as const),
    initiative: fc.option(
      fc.record({ key: fc.string(), area: fc.constantFrom('2.3', '3.2'), isOpen: fc.boolean() }),
    ),
  })
  fc.assert(
    fc.property(asked, (each) => {
      const result = changePracticeOfType(each)
      const isAllowed = each.initiative?.area === '3.2' && each.initiative.isOpen
      if (result.ok && each.before !== null) expect(isAllowed).toBe(true)
      if (result.ok) expect(each.before?.id ?? null).not.toBe(each.practiceId)
    }),
    { seed: 13 },
  )
})
