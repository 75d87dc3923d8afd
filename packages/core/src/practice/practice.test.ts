import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNorm, type PracticeFacts, publishDescription } from './practice.ts'

const formwork: PracticeFacts = {
  name: 'Formwork',
  roles: [{ name: 'Carpenter', qualification: 'Formwork' }],
  outputs: ['raised'],
  description: { body: 'Raise the panels.', checklist: [], attachment: null },
}

test.each([
  ['nobody applies it', { roles: [] }, 'practice.no_role'],
  ['nothing comes out of it', { outputs: [] }, 'practice.no_output'],
  ['it is not described', { description: { ...formwork.description, body: ' ' } }, 'practice.not_described'],
])('a practice is not published while %s', (_why, missing, code) => {
  const published = publishDescription({ ...formwork, ...missing }, null)
  expect(published).toMatchObject({ ok: false, refusal: { code } })
})

test('a checklist alone, or a template alone, is a description', () => {
  const empty = { body: '', checklist: [], attachment: null }
  const described = [
    { ...empty, checklist: ['Props are plumb'] },
    { ...empty, attachment: { kind: 'form', id: 'x' } as const },
  ]
  for (const description of described)
    expect(publishDescription({ ...formwork, description }, null)).toEqual({ ok: true, value: 1 })
})

test('versions are counted, and the same is not published twice', () => {
  const last = { number: 3, description: formwork.description }
  expect(publishDescription(formwork, last)).toMatchObject({
    ok: false,
    refusal: { code: 'practice.unchanged', params: { number: 3 } },
  })
  const changed = { ...formwork, description: { ...formwork.description, checklist: ['Plumb'] } }
  expect(publishDescription(changed, last)).toEqual({ ok: true, value: 4 })
})

test('whatever is published names a role and what it makes (INV-M1)', () => {
  const facts = fc.record({
    name: fc.string(),
    roles: fc.array(fc.record({ name: fc.string(), qualification: fc.string() }), { maxLength: 2 }),
    outputs: fc.array(fc.string(), { maxLength: 2 }),
    description: fc.record({
      body: fc.string(),
      checklist: fc.array(fc.string(), { maxLength: 2 }),
      attachment: fc.constant(null),
    }),
  })
  fc.assert(
    fc.property(facts, (practice) => {
      const isComplete = practice.roles.length > 0 && practice.outputs.length > 0
      const isDescribed = practice.description.body.trim() !== '' || practice.description.checklist.length > 0
      expect(publishDescription(practice, null).ok).toBe(isComplete && isDescribed)
    }),
    { seed: 3 },
  )
})

test('a norm runs from low over likely to high', () => {
  const norm = (low: number, likely: number, high: number) => ({
    ...{ unit: 'm²', effortMin: null, durationMin: { low, likely, high } },
  })
  expect(checkNorm('Formwork', norm(1, 2, 3)).ok).toBe(true)
  expect(checkNorm('Formwork', norm(2, 2, 2)).ok).toBe(true)
  expect(checkNorm('Formwork', norm(3, 2, 4))).toMatchObject({ refusal: { code: 'practice.norm_wrong' } })
  expect(checkNorm('Formwork', null).ok).toBe(true)
})
