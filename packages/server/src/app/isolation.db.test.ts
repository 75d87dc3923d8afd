import { afterAll, expect, test } from 'vitest'
import { makeCommon, makeEstate } from './testing/estate.ts'
import { allIdsOf, intrude, isShared, secretsOf } from './testing/intrude.ts'
import { openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('home')
const member = await server.addMember(owner, 'member')
const guest = await server.addMember(owner, 'guest')
const stranger = await server.found('other')
const common = await makeCommon(server, owner, 'xcommonx')
const hidden = await makeEstate(server, owner, { common, mark: 'xhiddenx' })
const theirs = await makeEstate(server, member, { common, mark: 'xtheirsx' })
const abroad = await makeEstate(server, stranger, {
  common: await makeCommon(server, stranger, 'xabroadx'),
  mark: 'xabroadx',
})

const home = owner.organisationId
const nothing = () => false
const hiddenSecrets = secretsOf(hidden)

test('a guest without any grant sees and changes nothing, whatever they ask', {
  timeout: 300_000,
}, async () => {
  const actor = { caller: guest, home, at: home, foreign: hidden, own: null, isShared }
  expect(await intrude(server, { ...actor, marks: [hidden.mark], secrets: hiddenSecrets })).toEqual([])
})

test('a member sees and changes nothing of what is private', { timeout: 300_000 }, async () => {
  const actor = { caller: member, home, at: home, foreign: hidden, own: theirs, isShared }
  expect(await intrude(server, { ...actor, marks: [hidden.mark], secrets: hiddenSecrets })).toEqual([])
})

test('the owner of another organisation sees and changes nothing here', { timeout: 300_000 }, async () => {
  const actor = {
    caller: stranger,
    home,
    at: home,
    foreign: hidden,
    own: null,
    isShared: nothing,
  }
  const faults = await intrude(server, {
    ...actor,
    marks: [hidden.mark, 'xcommonx'],
    secrets: allIdsOf(hidden),
  })
  expect(faults).toEqual([])
})

test('nobody reaches over from their own organisation', { timeout: 300_000 }, async () => {
  const actor = {
    caller: stranger,
    home,
    at: stranger.organisationId,
    foreign: hidden,
    own: abroad,
    isShared: nothing,
  }
  const faults = await intrude(server, {
    ...actor,
    marks: [hidden.mark, 'xcommonx'],
    secrets: allIdsOf(hidden),
  })
  expect(faults).toEqual([])
})
