import { type Operation, operations } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { composeRegistry, downloads } from './registry.ts'
import { makeCommon, makeEstate } from './testing/estate.ts'
import { callsOf, isDestructive } from './testing/inputs.ts'
import { listen as listenTo } from './testing/listen.ts'
import { send } from './testing/send.ts'
import { type Member, openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('home')
const member = await server.addMember(owner, 'member')
const { organisationId } = owner
const estate = await makeEstate(server, owner, {
  common: await makeCommon(server, owner, 'common'),
  mark: 'open',
})

const NOBODY = { roles: [], teamIds: [], personIds: [] }
/** What stands in hidden fields, and what comes of it. */
const SECRETS = ['xsecretx', 'xchoicex', '987654321', '1975308642', '987654322']
const id = {
  ...{ text: newId(), amount: newId(), choice: newId(), double: newId(), sum: newId(), locked: newId() },
}

async function run(who: Member, name: string, input: unknown) {
  const body = { commands: [{ id: newId(), name, input }] }
  return await server.ask(who, { path: `/api/v1/o/${organisationId}/commands`, body })
}

async function done(name: string, input: unknown): Promise<void> {
  const { status, body } = await run(owner, name, input)
  if (status !== 200) throw new Error(JSON.stringify(body))
}

const addField = (fieldId: string, key: string, more: object) =>
  done('work.createField', { id: fieldId, key, name: `${key} field`, kind: 'text', ...more })

await addField(id.text, 'secretText', { name: 'xsecretx field', seenBy: NOBODY })
await addField(id.amount, 'secretAmount', { kind: 'number', seenBy: NOBODY })
const options = [{ id: 'xchoicex', name: 'xchoicex' }]
await addField(id.choice, 'secretChoice', { kind: 'choice', options, seenBy: NOBODY })
await addField(id.double, 'doubled', { kind: 'formula', formula: 'secretAmount * 2' })
const rollUp = { over: 'children', measure: 'sum', of: 'secretAmount', where: null }
await addField(id.sum, 'summed', { kind: 'rollUp', rollUp })
await addField(id.locked, 'lockedText', { changedBy: NOBODY })

const fill = (itemId: string, more = {}) => {
  const secret = { [id.text]: 'xsecretx', [id.amount]: 987654321, [id.choice]: 'xchoicex' }
  return done('work.changeItem', {
    id: itemId,
    patch: { fields: { ...secret, [id.locked]: 'fixed' }, ...more },
  })
}
await fill(estate.ids.item)
await fill(estate.ids.caseItem, { responsibleId: member.personId })
// What must come after an item cannot lie under it.
await done('work.unrelateItems', { id: estate.ids.relation })
await fill(estate.ids.otherItem, { parentId: estate.ids.item })
// A type whose items begin with the values, a template with them, and a copy.
const defaults = { fields: { [id.text]: 'xsecretx' } }
await done('work.changeType', { id: estate.ids.type, patch: { defaults } })
const from = { kind: 'item', itemId: estate.ids.item }
await done('work.saveTemplate', { id: newId(), name: 'With values', placeId: estate.ids.project, from })
await done('work.copyItem', { id: estate.ids.item, copyId: newId() })
for (const containerId of [estate.ids.project, estate.ids.process, estate.ids.case])
  await done('work.grantAccess', { id: newId(), containerId, personId: member.personId, role: 'manager' })

const registry = composeRegistry()
const offered: readonly Operation[] = Object.values<Operation>(operations)
  .filter(
    ({ id: name, route }) =>
      route.scope === 'organisation' &&
      (registry.commands.has(name) ||
        registry.queries.has(name) ||
        downloads.some((download) => download.operation.id === name)),
  )
  .filter((operation) => !isDestructive(operation) && !operation.id.startsWith('identity.change'))

const found = (text: string) => SECRETS.filter((secret) => text.includes(secret))

/** The operations whose answers hold something of the hidden fields, when somebody calls all of them. */
async function tellers(caller: Member): Promise<readonly string[]> {
  const telling = new Set<string>()
  for (const operation of offered) {
    const scopes = ['directory', 'my', `container:${estate.ids.project}`, `container:${estate.ids.case}`]
    const more = operation.id === 'sync.bootstrap' ? scopes.map((scope) => ({ input: { scope } })) : []
    const formats = operation.id === 'exchange.exportItems' ? ['csv', 'json'] : []
    const columns = 'title,field.secretText,field.secretAmount,field.doubled,field.summed,field.lockedText'
    const files = formats.flatMap((format) => {
      const all = { format, query: '', archived: 'also' }
      return [{ input: all }, { input: { ...all, columns } }]
    })
    for (const { input } of [...callsOf(operation, estate, null), ...more, ...files]) {
      const answer = await send(server, { caller, at: organisationId }, { route: operation.route, input })
      // A query that names the field is said back; nothing here names one.
      if (found(JSON.stringify(answer.body)).length > 0) telling.add(operation.id)
    }
  }
  return [...telling].toSorted()
}

test('no operation tells somebody what stands in a field that they must not see', {
  timeout: 300_000,
}, async () => {
  expect(await tellers(member)).toEqual([])
})

test('all of them tell whoever may see it', { timeout: 300_000 }, async () => {
  expect(await tellers(owner)).toEqual(
    expect.arrayContaining([
      'exchange.exportItems',
      'sync.bootstrap',
      'work.changeItem',
      'work.copyItem',
      'work.getItem',
      'work.listItemActivity',
      'work.listItems',
    ]),
  )
})

test('a hidden field is no name in a query, and a locked or hidden one is not written', async () => {
  const asked = async (query: string) => {
    const path = `/api/v1/o/${organisationId}/items?${new URLSearchParams({ query }).toString()}`
    return (await server.ask(member, { path })).body['code']
  }
  for (const key of ['secretText', 'secretAmount', 'doubled', 'summed']) {
    expect(await asked(`field.${key} is not empty`)).toBe('query.field_unknown')
    expect(await asked(`order by field.${key}`)).toBe('query.field_unknown')
  }
  expect(await asked('field.lockedText = fixed')).toBeUndefined()
  const write = async (fields: object, more: object = {}) =>
    (await run(member, 'work.changeItem', { id: estate.ids.item, patch: { fields }, ...more })).body['code']
  expect(await write({ [id.text]: 'x' })).toBe('work.field_unknown')
  expect(await write({ [newId()]: 'x' })).toBe('work.field_unknown')
  expect(await write({ [id.locked]: 'x' })).toBe('work.field_locked')
  // What somebody claims to have seen is compared with what is there.
  expect(await write({}, { seen: { fields: { [id.text]: 'guess' } } })).toBe('work.field_unknown')
  const item = { id: newId(), containerId: estate.ids.project, title: 'New' }
  const made = await run(member, 'work.createItem', { ...item, fields: { [id.locked]: 'x' } })
  expect(made.body['code']).toBe('work.field_locked')
})

test('a change by who does not see a field leaves its value, and a copy carries it', async () => {
  const copyId = newId()
  await run(member, 'work.copyItem', { id: estate.ids.otherItem, copyId })
  await run(member, 'work.changeItem', { id: copyId, patch: { title: 'Renamed' } })
  const { body } = await server.ask(owner, { path: `/api/v1/o/${organisationId}/items/${copyId}` })
  expect(body['item']).toMatchObject({
    title: 'Renamed',
    fields: { [id.text]: 'xsecretx', [id.amount]: 987654321 },
  })
})

test('a change of hidden fields alone is not told', async () => {
  const itemId = newId()
  await done('work.createItem', { id: itemId, containerId: estate.ids.project, title: 'Quiet' })
  await fill(itemId)
  const read = async (who: Member) => {
    const path = `/api/v1/o/${organisationId}/items/${itemId}/activity`
    const { events } = (await server.ask(who, { path })).body as { events: readonly { kind: string }[] } // As the contract says.
    return events.map(({ kind }) => kind)
  }
  const before = await read(owner)
  expect(before.at(-1)).toBe('work.created')
  expect(await read(member)).toEqual(before)
  await done('work.changeItem', { id: itemId, patch: { fields: { [id.amount]: 5 } } })
  expect(await read(owner)).toEqual(['work.changed', ...before])
  expect(await read(member)).toEqual(before)
})

const listen = () =>
  listenTo(server, { organisation: 'home', organisationId, email: `member@${organisationId}.example` })

test('the stream tells of an item without its hidden fields', async () => {
  const { heard, close } = await listen()
  await done('work.changeItem', {
    id: estate.ids.item,
    patch: { title: 'Told to everybody', fields: { [id.text]: 'xsecretx 2' } },
  })
  const told = await heard((messages) => messages.length > 0)
  const text = told.map(({ data }) => data).join('\n')
  expect(text).toContain('Told to everybody')
  expect(text).toContain(id.locked)
  expect(found(text)).toEqual([])
  close()
})

test('whoever gains or loses a field while listening starts afresh', async () => {
  const { heard, close } = await listen()
  await done('work.changeField', { id: id.text, patch: { seenBy: null } })
  await heard((messages) => messages.some(({ event }) => event === 'reset'))
  close()
  const get = async () =>
    JSON.stringify(
      (await server.ask(member, { path: `/api/v1/o/${organisationId}/items/${estate.ids.item}` })).body,
    )
  expect(await get()).toContain('xsecretx')
  const again = await listen()
  const seenBy = { ...NOBODY, roles: ['guest'] }
  await done('work.changeField', { id: id.text, patch: { seenBy } })
  await again.heard((messages) => messages.some(({ event }) => event === 'reset'))
  again.close()
  expect(await get()).not.toContain('xsecretx')
})

test('what a request was answered is not said again to whom the field was hidden meanwhile', async () => {
  const shown = newId()
  await addField(shown, 'shown', {})
  const commands = [
    {
      id: newId(),
      name: 'work.changeItem',
      input: { id: estate.ids.otherItem, patch: { fields: { [shown]: 'xrepeatedx' } } },
    },
  ]
  const again = async () =>
    await server.ask(member, { path: `/api/v1/o/${organisationId}/commands`, body: { commands } })
  expect(JSON.stringify((await again()).body)).toContain('xrepeatedx')
  await done('work.changeField', { id: shown, patch: { seenBy: NOBODY } })
  const { status, body } = await again()
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toContain('xrepeatedx')
})

test('a refusal does not name what a hidden field of the item holds', async () => {
  const { choice } = id
  await done('work.changeField', { id: choice, patch: { options: [] } })
  const rename = (who: Member) =>
    run(who, 'work.changeItem', { id: estate.ids.otherItem, patch: { title: 'Other' } })
  expect(JSON.stringify((await rename(owner)).body)).toContain('xchoicex')
  expect(JSON.stringify((await rename(member)).body)).not.toContain('xchoicex')
  await done('work.changeField', { id: choice, patch: { options } })
})

test('a formula that comes to read a hidden field is hidden from then on', async () => {
  const rising = newId()
  await addField(rising, 'rising', { kind: 'formula', formula: 'effort + 1' })
  const fieldsOf = async (who: Member) => {
    const path = `/api/v1/o/${organisationId}/sync/bootstrap?scope=directory`
    const { fields } = (await server.ask(who, { path })).body as { fields: readonly { id: string }[] } // As above.
    return fields.map((field) => field.id)
  }
  expect(await fieldsOf(member)).toContain(rising)
  await done('work.changeField', { id: rising, patch: { formula: 'secretAmount + 1' } })
  expect(await fieldsOf(member)).not.toContain(rising)
  expect(await fieldsOf(owner)).toContain(rising)
})

test('a rule lets a team in, with the teams below it', async () => {
  const [above, below] = [newId(), newId()]
  await done('identity.createTeam', { id: above, name: 'Finance' })
  await done('identity.createTeam', { id: below, name: 'Payroll', parentId: above })
  await done('work.changeField', { id: id.amount, patch: { seenBy: { ...NOBODY, teamIds: [above] } } })
  const sees = async () =>
    JSON.stringify(
      (await server.ask(member, { path: `/api/v1/o/${organisationId}/items/${estate.ids.otherItem}` })).body,
    ).includes('987654321')
  expect(await sees()).toBe(false)
  await done('identity.setTeamMembers', { id: below, memberIds: [member.personId] })
  expect(await sees()).toBe(true)
})

test('rules name people and teams of the organisation', async () => {
  const stranger = { ...NOBODY, personIds: [newId()] }
  const refused = await run(owner, 'work.changeField', { id: id.amount, patch: { changedBy: stranger } })
  expect(refused.body['code']).toBe('platform.reference_unknown')
  const rules = await run(member, 'work.changeField', { id: id.amount, patch: { seenBy: null } })
  expect(rules.body['code']).toBe('platform.not_allowed')
})
