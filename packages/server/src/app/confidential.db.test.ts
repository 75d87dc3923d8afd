import { afterAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { makeCommon, makeEstate } from './testing/estate.ts'
import { callsOf, isDestructive } from './testing/inputs.ts'
import { intrude, isShared, offered } from './testing/intrude.ts'
import { makeSecrets } from './testing/secrets.ts'
import { send } from './testing/send.ts'
import { type Member, openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('home')
const member = await server.addMember(owner, 'member')
const named = await server.addMember(owner, 'member', 'named')
const guest = await server.addMember(owner, 'guest')
const home = owner.organisationId
const open = await makeEstate(server, owner, {
  common: await makeCommon(server, owner, 'common'),
  mark: 'xopenx',
})

async function done(who: Member, name: string, input: unknown) {
  const body = { commands: [{ id: newId(), name, input }] }
  const answer = await server.ask(who, { path: `/api/v1/o/${home}/commands`, body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
for (const containerId of [open.ids.project, open.ids.process, open.ids.case])
  for (const { personId } of [member, named, guest])
    await done(owner, 'work.grantAccess', { id: newId(), containerId, personId, role: 'contributor' })

const secrets = await makeSecrets(server, owner, {
  ...{ open, mark: 'xsecretx' },
  people: { told: member, named: [named] },
})
const { estate } = secrets
const marks = ['xsecretx']
const ids = Object.entries(estate.ids).flatMap(([kind, id]) => (secrets.isOpen(kind) ? [] : [id]))

/** The operations whose answers tell somebody of what is confidential, asked for all there is. */
async function tellers(caller: Member): Promise<readonly string[]> {
  const telling = new Set<string>()
  const { project, process } = open.ids
  const scopes = ['directory', 'my', ...[project, process, open.ids.case].map((id) => `container:${id}`)]
  for (const operation of offered.filter((each) => !isDestructive(each))) {
    const more = operation.id === 'sync.bootstrap' ? scopes.map((scope) => ({ input: { scope } })) : []
    const formats = operation.id === 'exchange.exportItems' ? ['csv', 'json'] : []
    const files = formats.map((format) => ({ input: { format, query: '', archived: 'also' } }))
    // What is open, and what is not.
    const calls = [open, estate].flatMap((each) => callsOf(operation, each, null))
    if (operation.route.kind === 'command') continue
    for (const { input } of [...calls, ...more, ...files]) {
      const answer = await send(server, { caller, at: home }, { route: operation.route, input })
      const asked = JSON.stringify(input)
      const text = JSON.stringify(answer.body)
      const isNamed = secrets.keys.some((key) => new RegExp(`\\b${key}\\b`).test(text))
      if (isNamed || [...marks, ...ids].some((mark) => text.includes(mark) && !asked.includes(mark)))
        telling.add(operation.id)
    }
  }
  return [...telling].toSorted()
}

const TOLD = [
  'case.getPlan',
  'cost.listItemTime',
  'discussion.listComments',
  'exchange.exportItems',
  'exchange.exportPlan',
  'files.listFiles',
  'schedule.getPlan',
  'search.find',
  'sync.bootstrap',
  'work.getItem',
  'work.listContainerActivity',
  'work.listItemActivity',
  'work.listItems',
]

test('whoever is named, and whoever manages what it is in, is told of it everywhere', {
  timeout: 300_000,
}, async () => {
  expect(await tellers(named)).toEqual(expect.arrayContaining(TOLD))
  expect(await tellers(owner)).toEqual(expect.arrayContaining(TOLD))
})

test('no question tells anybody else of it', { timeout: 300_000 }, async () => {
  expect(await tellers(member)).toEqual([])
  expect(await tellers(guest)).toEqual([])
})

const actor = {
  ...{ home, at: home, foreign: estate, own: open, secrets: ids, marks },
  isShared: (kind: string) => isShared(kind) || secrets.isOpen(kind),
}

test('a member who is not named sees and changes nothing of it, whatever they ask', {
  timeout: 300_000,
}, async () => {
  expect(await intrude(server, { ...actor, caller: member })).toEqual([])
})

test('nor does a guest', { timeout: 300_000 }, async () => {
  expect(await intrude(server, { ...actor, caller: guest })).toEqual([])
})
