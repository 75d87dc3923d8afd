import { afterAll, expect, test } from 'vitest'
import { ask, createRegistry, type Principal, Refused } from '../../platform/commands/index.ts'
import { connect } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import {
  createHub,
  createPresence,
  createPresenceWords,
  hangBell,
  type Sighting,
  type StreamMessage,
} from '../../platform/realtime/index.ts'
import { Scene, type Who } from '../../platform/testing/scene.ts'
import { tellPresence, workCommands, workQueries } from './index.ts'

const scene = await Scene.open({ commands: workCommands, queries: workQueries })
afterAll(() => scene.close())
const { db } = scene.database
const onFault = (error: unknown) => {
  throw error
}

/** A server's process as far as presence goes: its board, its stream and its bell. */
async function openProcess() {
  const presence = createPresence()
  const hub = createHub({ db, topics: [], onFault, presence })
  const words = createPresenceWords(presence)
  const heard = { onRing: hub.ring, onWords: words.hear }
  const bell = await hangBell(() => connect(scene.database.url), heard, onFault)
  presence.follow({ onChange: hub.tellPresence, pass: (sighting) => bell.say(words.of(sighting)) })
  const deps = { db, registry: createRegistry([], [tellPresence(presence)], []) }
  return {
    presence,
    close: () => bell.close(),
    tell: async (principal: Principal, itemId: string, more: object = {}) =>
      await ask(deps, {
        principal,
        name: 'work.tellPresence',
        input: { itemId, page: `page of ${principal.personId}`, field: null, isHere: true, ...more },
      }),
    listen: async (principal: Principal): Promise<string[]> => {
      const told: string[] = []
      const { seq } = (await scene.sql('select seq from journal_head'))[0] as { seq: number } // One organisation.
      await hub.join({
        ...{ principal, since: seq, close: () => {} },
        send: ({ data }: StreamMessage) => told.push(data),
        refresh: () => Promise.resolve(principal),
      })
      return told
    },
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const codeOf = async (doing: Promise<unknown>) =>
  await doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
  )

const containerId = await scene.addContainer('list')
const itemId = newId()
await scene.run('manager', 'work.createItem', { id: itemId, containerId, title: 'Pour the slab' })
const [one, two] = [await openProcess(), await openProcess()]
afterAll(() => Promise.all([one.close(), two.close()]))
const as = (who: Who) => scene.principal(who)

test('people on two processes see each other come, write and go, on the stream, and the journal knows nothing', async () => {
  const before = await scene.sql('select seq from journal_head')
  const told = await one.listen(as('manager'))
  const bystander = await one.listen(as('commenter'))
  expect(await one.tell(as('manager'), itemId)).toEqual({ people: [] })
  await two.tell(as('viewer'), itemId, { field: 'description' })
  const viewer = scene.personId('viewer')
  await until(() => told.some((data) => data.includes(`{"personId":"${viewer}","field":"description"}`)))
  await two.tell(as('viewer'), itemId, { isHere: false })
  await until(() => told.at(-1)?.includes('"people":[]') ?? false)
  expect(bystander).toEqual([])
  expect(await scene.sql('select seq from journal_head')).toEqual(before)
})

test('an outsider, a guest without the item and another organisation neither tell nor hear anything', async () => {
  await one.tell(as('manager'), itemId)
  const stranger = as('stranger')
  const told = await one.listen(stranger)
  expect(await codeOf(one.tell(stranger, itemId))).toBe('platform.not_found')
  expect(await codeOf(one.tell(stranger, newId()))).toBe('platform.not_found')
  expect(await codeOf(one.tell({ ...as('manager'), organisationId: newId() }, itemId))).toBe(
    'platform.not_found',
  )
  one.presence.take({ ...sightingOf(stranger.personId), containerIds: [containerId] })
  expect([told, one.presence.othersOf(itemId, stranger)]).toEqual([[], []])
})

function sightingOf(personId: string): Sighting {
  const { organisationId } = scene
  return {
    organisationId,
    itemId,
    containerIds: [],
    seenBy: null,
    page: 'page',
    personId,
    field: null,
    isHere: true,
  }
}
