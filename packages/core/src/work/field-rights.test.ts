import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomField } from './custom-field.ts'
import {
  EVERY_FIELD,
  type FieldAudience,
  type FieldRule,
  type FieldViewer,
  fieldRightsOf,
  sameFieldRights,
} from './field-rights.ts'
import { withoutFields } from './without-fields.ts'

const TEAMS = ['t1', 't2', 't3']
const PEOPLE = ['p1', 'p2', 'p3']
const NOBODY: FieldAudience = { roles: [], teamIds: [], personIds: [] }

type Ruled = CustomField & FieldRule

function field(key: string, more: Partial<Ruled> = {}): Ruled {
  const rest = { kind: 'number', options: [], seenBy: null, changedBy: null } as const
  return { id: `id-${key}`, key, name: key, ...rest, ...more }
}

const formula = (key: string, source: string, more: Partial<Ruled> = {}) =>
  field(key, { kind: 'formula', formula: source, ...more })

const member: FieldViewer = { personId: 'p1', orgRole: 'member', teamIds: new Set(['t1']) }

const audience = fc.option(
  fc.record({
    roles: fc.uniqueArray(fc.constantFrom('member' as const, 'guest' as const)),
    teamIds: fc.uniqueArray(fc.constantFrom(...TEAMS)),
    personIds: fc.uniqueArray(fc.constantFrom(...PEOPLE)),
  }),
)
const viewer: fc.Arbitrary<FieldViewer> = fc.record({
  personId: fc.constantFrom(...PEOPLE),
  orgRole: fc.constantFrom('owner', 'admin', 'member', 'guest'),
  teamIds: fc.uniqueArray(fc.constantFrom(...TEAMS)).map((ids) => new Set(ids)),
})
/** Numbers, and formulas each of which reads some of the fields before it. */
const fields = fc
  .array(fc.record({ reads: fc.array(fc.nat(7)), seenBy: audience, changedBy: audience }), { maxLength: 8 })
  .map((all) =>
    all.map(({ reads, ...rules }, index) => {
      const known = reads.filter((read) => read < index).map((read) => `f${read}`)
      const own = { ...field(`f${index}`, rules), reads: known.map((key) => `id-${key}`) }
      return known.length === 0 ? own : { ...own, kind: 'formula' as const, formula: known.join(' + ') }
    }),
  )

test('without rules everybody may see and change every field', () => {
  const all = [field('budget'), formula('double', 'budget * 2')]
  expect(fieldRightsOf(all, member)).toBe(EVERY_FIELD)
  expect(fieldRightsOf([], member)).toBe(EVERY_FIELD)
})

test('a rule lets in by role, by team and by name', () => {
  const seenBy = (more: Partial<FieldAudience>) => [field('budget', { seenBy: { ...NOBODY, ...more } })]
  const isHidden = (more: Partial<FieldAudience>) => fieldRightsOf(seenBy(more), member).hidden.size === 1
  expect(isHidden({})).toBe(true)
  expect(isHidden({ roles: ['guest'], teamIds: ['t2'], personIds: ['p2'] })).toBe(true)
  expect(isHidden({ roles: ['member'] })).toBe(false)
  expect(isHidden({ teamIds: ['t1'] })).toBe(false)
  expect(isHidden({ personIds: ['p1'] })).toBe(false)
})

test('what may be seen may still be locked', () => {
  const rights = fieldRightsOf([field('budget', { changedBy: NOBODY })], member)
  expect([...rights.hidden]).toEqual([])
  expect([...rights.locked]).toEqual(['id-budget'])
})

test('formulas and roll-ups are hidden with what they read, also through others', () => {
  const all = [
    field('budget', { seenBy: NOBODY }),
    field('floor'),
    formula('double', 'budget * 2'),
    formula('late', 'double > 100'),
    formula('higher', 'floor + 1'),
    formula('rate', '85', { seenBy: NOBODY }),
    formula('cost', 'effort * rate'),
    field('sum', { kind: 'rollUp', rollUp: { over: 'below', measure: 'sum', of: 'budget', where: null } }),
    field('few', {
      kind: 'rollUp',
      rollUp: { over: 'below', measure: 'count', of: null, where: 'budget > 5' },
    }),
    field('all', { kind: 'rollUp', rollUp: { over: 'below', measure: 'count', of: null, where: null } }),
  ]
  const { hidden } = fieldRightsOf(all, member)
  const shown = all.filter(({ id }) => !hidden.has(id)).map(({ key }) => key)
  expect(shown).toEqual(['floor', 'higher', 'all'])
})

test('who runs the organisation is never shut out, and what is hidden is locked', () => {
  fc.assert(
    fc.property(fields, viewer, (all, who) => {
      const { hidden, locked } = fieldRightsOf(all, who)
      if (who.orgRole === 'owner' || who.orgRole === 'admin') expect(locked.size).toBe(0)
      expect(hidden.isSubsetOf(locked)).toBe(true)
    }),
  )
})

test('nobody sees a formula that reads what they must not see', () => {
  fc.assert(
    fc.property(fields, viewer, (all, who) => {
      const { hidden } = fieldRightsOf(all, who)
      for (const { id, reads } of all)
        if (reads.some((read) => hidden.has(read))) expect(hidden.has(id)).toBe(true)
    }),
  )
})

test('to let one more person in hides nothing from anybody', () => {
  fc.assert(
    fc.property(fields, viewer, fc.nat(7), (all, who, at) => {
      const more = all.map((each, index) =>
        index === at && each.seenBy
          ? { ...each, seenBy: { ...each.seenBy, personIds: [...each.seenBy.personIds, who.personId] } }
          : each,
      )
      expect(fieldRightsOf(more, who).hidden.isSubsetOf(fieldRightsOf(all, who).hidden)).toBe(true)
    }),
  )
})

test('rights are the same when they leave the same fields', () => {
  const rights = (hidden: string[], locked: string[]) => ({
    hidden: new Set(hidden),
    locked: new Set(locked),
  })
  expect(sameFieldRights(rights(['a'], ['a', 'b']), rights(['a'], ['b', 'a']))).toBe(true)
  expect(sameFieldRights(rights(['a'], ['a', 'b']), rights([], ['a', 'b']))).toBe(false)
  expect(sameFieldRights(EVERY_FIELD, rights([], ['a']))).toBe(false)
})

test('a field is left out of an answer wherever it stands, and nothing else is', () => {
  const answer = {
    items: [{ id: 'i1', fields: { f1: 'secret', f2: 'shown' } }],
    columns: { fields: { values: [{ f1: 'secret' }, {}], at: [0, 1] } },
    events: [{ data: { changes: { fields: { f1: { from: null, to: 'secret' } } } } }],
    fields: [
      { id: 'f1', options: [{ id: 'o', name: 'secret' }] },
      { id: 'f2', options: [] },
    ],
    changed: { field: { id: 'f1', name: 'secret' }, count: 2, at: null },
  }
  expect(withoutFields(answer, new Set(['f1']))).toEqual({
    items: [{ id: 'i1', fields: { f2: 'shown' } }],
    columns: { fields: { values: [{}, {}], at: [0, 1] } },
    events: [{ data: { changes: { fields: {} } } }],
    fields: [{ id: 'f2', options: [] }],
    changed: { count: 2, at: null },
  })
  expect(withoutFields(answer, new Set())).toBe(answer)
})

test('whatever an answer looks like, no hidden field remains in it', () => {
  const ids = ['hidden-1', 'hidden-2']
  const key = fc.oneof(fc.constantFrom(...ids), fc.string())
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(fc.integer(), fc.constant(null), fc.boolean()),
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree')),
      fc.record({ id: key, value: tie('tree') }),
    ),
  }))
  fc.assert(
    fc.property(tree, (answer) => {
      const text = JSON.stringify(withoutFields(answer, new Set(ids)))
      for (const id of ids) expect(text).not.toContain(id)
    }),
  )
})
