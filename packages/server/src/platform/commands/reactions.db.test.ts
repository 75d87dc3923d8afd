import { afterAll, expect, test } from 'vitest'
import { Scene } from '../testing/scene.ts'
import { askingReaction, type Reaction, type Unit } from './index.ts'
import { refuse } from './refused.ts'

const HAPPENED = 'scene.happened'
/** What the reactions did and read, in the order of their acts. */
let acts: string[] = []

async function nameOf({ tx, organisationId }: Unit): Promise<string> {
  const rows = await tx.query<{ name: string }>({
    text: 'select o.name from organisation o where o.id = $1',
    values: [organisationId],
  })
  return rows[0]?.name ?? ''
}

const named = (kind: string, name: string): Reaction => ({
  kinds: [kind],
  react: async ({ tx, organisationId }) => {
    acts.push(`named ${name}`)
    tx.send({ text: 'update organisation set name = $2 where id = $1', values: [organisationId, name] })
    await Promise.resolve()
  },
})

const asked = (kind: string): Reaction =>
  askingReaction({
    kinds: [kind],
    ask: nameOf,
    react: async (unit, events, before) => {
      acts.push(`${events.length} asked: ${before}, then: ${await nameOf(unit)}`)
    },
  })

const scene = await Scene.open({
  commands: [],
  queries: [],
  reactions: [
    named(HAPPENED, 'Mill'),
    asked(HAPPENED),
    {
      kinds: ['scene.refused'],
      react: () => Promise.resolve(refuse('platform.not_found', { what: 'mill' })),
    },
    askingReaction({ kinds: ['scene.refused'], ask: nameOf, react: () => Promise.resolve() }),
  ],
})
afterAll(() => scene.close())

const happens = (kind: string, count = 1) =>
  scene.within('manager', async (unit: Unit) => {
    unit.record(
      Array.from({ length: count }, () => ({
        id: unit.newId<'Event'>(),
        kind,
        at: unit.now,
        actor: unit.actor,
        subject: { kind: 'organisation', id: unit.organisationId },
        containerId: null,
        data: {},
      })),
    )
  })

test('what reactions ask is asked before any of them acts, and they act one after the other', async () => {
  acts = []
  await scene.within('manager', ({ tx, organisationId }) =>
    tx.query({ text: `update organisation set name = 'Barn' where id = $1`, values: [organisationId] }),
  )
  await happens(HAPPENED, 2)
  expect(acts).toEqual(['named Mill', '2 asked: Barn, then: Mill'])
})

test('a reaction that refuses undoes everything, although another has asked', async () => {
  await expect(happens('scene.refused')).rejects.toThrow('platform.not_found')
  acts = []
  await happens(HAPPENED)
  expect(acts).toHaveLength(2)
})
