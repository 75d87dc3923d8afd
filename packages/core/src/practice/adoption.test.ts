import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ADOPTION_CHECKS, ADOPTION_STATES, type AdoptionState, moveAdoption } from './adoption.ts'

const answers = (state: AdoptionState) =>
  ADOPTION_CHECKS[state].map((check) => ({ check, note: 'Seen on Monday' }))
const at = (state: AdoptionState | null) => ({ practice: 'Formwork', state })

test('a practice goes on step by step, each with its evidence', () => {
  let state: AdoptionState | null = null
  for (const next of ADOPTION_STATES) {
    expect(moveAdoption(at(state), next, answers(next))).toEqual({ ok: true, value: next })
    state = next
  }
})

test.each([
  ['the same state', 'inUse', 'inUse', 'practice.adoption_unchanged'],
  ['a jump', 'inUse', 'workingWell', 'practice.adoption_jump'],
  ['a jump from nothing', null, 'inUse', 'practice.adoption_jump'],
  ['a jump back to life', 'retired', 'inPlace', 'practice.adoption_jump'],
] as const)('%s is refused', (_what, from, to, code) => {
  expect(moveAdoption(at(from), to, answers(to))).toMatchObject({ refusal: { code } })
})

test('it falls back as far as it really is, and is retired from anywhere', () => {
  expect(moveAdoption(at('workingWell'), 'inUse', answers('inUse')).ok).toBe(true)
  expect(moveAdoption(at('foundationEstablished'), 'retired', answers('retired')).ok).toBe(true)
})

test('no state is entered while a question of it is open, whatever else is answered (INV-M3)', () => {
  const state = fc.constantFrom(...ADOPTION_STATES)
  const note = fc.constantFrom('', ' ', 'The whole crew')
  const every = [...new Set(Object.values(ADOPTION_CHECKS).flat())]
  const evidence = fc.array(fc.record({ check: fc.constantFrom(...every), note }), { maxLength: 8 })
  fc.assert(
    fc.property(fc.option(state), state, evidence, (from, to, said) => {
      const moved = moveAdoption(at(from), to, said)
      const isShown = (check: string) => said.some((one) => one.check === check && one.note.trim() !== '')
      if (moved.ok) expect(ADOPTION_CHECKS[to].every(isShown)).toBe(true)
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('working well asks whether the whole unit uses it', () => {
  expect(ADOPTION_CHECKS.workingWell).toContain('wholeUnitUsesIt')
})
