import { expect, test } from 'vitest'
import { createRings } from './rings.ts'

const never = { ms: 1_000_000, signal: new AbortController().signal }

test('whoever waits goes on at the next ring of their organisation, and not at that of another', async () => {
  const rings = createRings()
  const went: string[] = []
  const waiting = ['here', 'there'].map((id) => rings.next(id, never).then(() => went.push(id)))
  rings.ring('there')
  await waiting[1]
  expect(went).toEqual(['there'])
  rings.ring('here')
  await waiting[0]
  expect(went).toEqual(['there', 'here'])
})

test('nobody waits longer than they want to, or after they have left', async () => {
  const rings = createRings()
  expect(await rings.next('here', { ...never, ms: 1 })).toBeUndefined()
  const left = new AbortController()
  const waiting = rings.next('here', { ...never, signal: left.signal })
  left.abort()
  await waiting
  expect(await rings.next('here', { ...never, signal: left.signal })).toBeUndefined()
})

test('when everything ends, all go on', async () => {
  const rings = createRings()
  const waiting = [rings.next('here', never), rings.next('here', never), rings.next('there', never)]
  rings.ringAll()
  await Promise.all(waiting)
  expect(waiting).toHaveLength(3)
})
