import { expect, test } from 'vitest'
import { checkArtifactType } from './artifact-type.ts'

const state = (id: string, name = id) => ({ id, name, checkpoints: [] })
const slab = { name: 'Slab', states: [state('poured'), state('accepted')] }
const none: ReadonlyMap<string, string> = new Map()

test('a type has states, each of them once', () => {
  expect(checkArtifactType(slab, none).ok).toBe(true)
  expect(checkArtifactType({ ...slab, states: [] }, none)).toMatchObject({
    refusal: { code: 'practice.no_state' },
  })
  const twice = { ...slab, states: [state('a', 'Poured'), state('b', 'Poured')] }
  expect(checkArtifactType(twice, none)).toMatchObject({ refusal: { code: 'practice.state_twice' } })
})

test('a state that a practice names stays', () => {
  const inUse = new Map([['dry', 'Dry']])
  expect(checkArtifactType(slab, inUse)).toMatchObject({
    refusal: { code: 'practice.state_in_use', params: { name: 'Slab', state: 'Dry' } },
  })
})
