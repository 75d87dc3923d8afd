import { afterAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { readEventsAfter } from '../../platform/journal/index.ts'
import { type Caller, createIdentityWorld, type Home, PASSWORD } from './testing/identity-world.ts'

const world = await createIdentityWorld()
const closed = await createIdentityWorld({ signUp: 'closed', database: world.database })
afterAll(async () => {
  await closed.close()
  await world.close()
})

let number = 0
let home: Home
beforeEach(async () => {
  home = await world.found(`home${number++}`)
})

const at = (path: string, of = home) => `/api/v1/o/${of.id}${path}`
const post = (who: Caller, path: string, body: object) => world.ask(who, { path: at(path), body })
const patch = (who: Caller, path: string, change: object) =>
  world.ask(who, { method: 'PATCH', path: at(path), body: { patch: change } })
const mail = (name: string) => `${name}@${home.slug}.example`

async function eventKinds(): Promise<readonly string[]> {
  return await inTransaction(world.database.db, home.id, async (tx) => {
    const events = await readEventsAfter(tx, { organisationId: home.id, seq: 0, limit: 100 })
    return events.map((event) => event.kind)
  })
}

async function accessVersion(): Promise<number> {
  const { rows } = await world.database.owner.pool.query<{ v: string }>(
    'select access_version as v from organisation where id = $1',
    [home.id],
  )
  return Number(rows[0]?.v)
}

test('who founds an organisation owns it and finds it', async () => {
  const { body } = await world.ask(home.owner, { path: '/api/v1/me' })
  expect(body['organisations']).toEqual([
    {
      id: home.id,
      slug: home.slug,
      name: home.slug,
      currency: 'EUR',
      timeZone: 'UTC',
      weekStart: 1,
      isSecondFactorRequired: false,
      lacksSecondFactor: false,
      isProviderRequired: false,
      needsProvider: false,
      personId: home.ownerId,
      orgRole: 'owner',
    },
  ])
  expect(await eventKinds()).toEqual(['identity.organisation_created', 'identity.person_added'])
})

test('an organisation answers by its id and by its slug', async () => {
  for (const name of [home.id, home.slug]) {
    expect((await world.ask(home.owner, { path: `/api/v1/o/${name}/permissions` })).status).toBe(200)
  }
})

test.each([
  ['a slug that is taken', { slug: 'home0' }, 409, 'identity.slug_taken'],
  ['a currency that is none', { currency: 'XXQ' }, 422, 'identity.currency_unknown'],
  ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 422, 'identity.time_zone_unknown'],
  ['a slug with spaces', { slug: 'our house' }, 400, 'platform.input_wrong'],
])('no organisation with %s', async (_name, change, status, code) => {
  const body = { id: newId(), slug: `fresh${number}`, name: 'Fresh', ...change }
  expect(await world.ask(home.owner, { path: '/api/v1/organisations', body })).toMatchObject({
    status,
    body: { code },
  })
})

test('the same organisation is not founded twice, and a stranger cannot take it over', async () => {
  const stranger = await world.signUp(mail('stranger'))
  const body = { id: home.id, slug: `other${number}`, name: 'Mine now' }
  expect(await world.ask(stranger, { path: '/api/v1/organisations', body })).toMatchObject({
    status: 409,
    body: { code: 'platform.exists' },
  })
  expect((await world.ask(stranger, { path: at('/permissions') })).status).toBe(404)
})

test('what an organisation starts with is part of founding it', async () => {
  const broken = await createIdentityWorld({
    database: world.database,
    furnish: async () => {
      throw new Error('no types')
    },
  })
  const ada = await broken.signUp(mail('ada'))
  const id = newId()
  const answer = await broken.ask(ada, {
    path: '/api/v1/organisations',
    body: { id, slug: `broken${number}`, name: 'Broken' },
  })
  expect(answer.status).toBe(500)
  const { rows } = await world.database.owner.pool.query('select id from organisation where id = $1', [id])
  expect(rows).toEqual([])
  await broken.close()
})

test('with closed sign-up only who belongs nowhere founds an organisation', async () => {
  const newcomer = await world.signUp(mail('newcomer'))
  const first = { id: newId(), slug: `first${number}`, name: 'First' }
  expect((await closed.ask(newcomer, { path: '/api/v1/organisations', body: first })).status).toBe(200)
  const second = { id: newId(), slug: `second${number}`, name: 'Second' }
  expect(await closed.ask(newcomer, { path: '/api/v1/organisations', body: second })).toMatchObject({
    status: 403,
    body: { code: 'identity.organisations_closed' },
  })
})

test('who manages the organisation changes it, and nobody else', async () => {
  const member = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  expect(await patch(member, '/organisation', { name: 'Ours' })).toMatchObject({
    status: 403,
    body: { code: 'platform.not_allowed' },
  })
  const { status, body } = await patch(home.owner, '/organisation', {
    name: 'Ours',
    timeZone: 'Europe/Kyiv',
    weekStart: 7,
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ name: 'Ours', timeZone: 'Europe/Kyiv', weekStart: 7, currency: 'EUR' })
})

test('a person is added with an account, signs in, and everybody’s rights are looked at again', async () => {
  const before = await accessVersion()
  const guest = await world.addPerson(home, { email: mail('Gail').toLowerCase(), orgRole: 'guest' })
  const { body } = await world.ask(guest, { path: '/api/v1/me' })
  expect(body['organisations']).toMatchObject([{ id: home.id, personId: guest.personId, orgRole: 'guest' }])
  expect(await accessVersion()).toBeGreaterThan(before)
  expect((await eventKinds()).slice(-2)).toEqual(['identity.person_added', 'access.changed'])
})

test('members and guests cannot add people', async () => {
  for (const orgRole of ['member', 'guest']) {
    const who = await world.addPerson(home, { email: mail(orgRole), orgRole })
    const answer = await post(who, '/people', { id: newId(), name: 'X' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'platform.not_allowed' } })
  }
})

test('an admin adds people but no owners', async () => {
  const admin = await world.addPerson(home, { email: mail('adm'), orgRole: 'admin' })
  expect((await post(admin, '/people', { id: newId(), name: 'X', orgRole: 'admin' })).status).toBe(200)
  const answer = await post(admin, '/people', { id: newId(), name: 'Y', orgRole: 'owner' })
  expect(answer).toMatchObject({ status: 403, body: { code: 'identity.owner_only' } })
})

test('a placeholder becomes the person who joins with its e-mail', async () => {
  const waiting = await post(home.owner, '/people', { id: newId(), name: 'P. Later', email: mail('later') })
  expect(waiting.body).toMatchObject({ status: 'placeholder', version: 1 })
  const joining = {
    id: newId(),
    name: 'Pia Later',
    email: mail('LATER'),
    password: PASSWORD,
    title: 'Crane driver',
  }
  const joined = await post(home.owner, '/people', joining)
  expect(joined.body).toMatchObject({
    id: waiting.body['id'],
    status: 'active',
    name: 'Pia Later',
    title: 'Crane driver',
    version: 2,
  })
  const pia = await world.signIn(mail('later'))
  expect((await world.ask(pia, { path: at('/permissions') })).status).toBe(200)
})

test('an e-mail belongs to one person of the organisation', async () => {
  await world.addPerson(home, { email: mail('one'), orgRole: 'member' })
  const again = await post(home.owner, '/people', { id: newId(), name: 'Two', email: mail('one') })
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'identity.email_taken', params: { email: mail('one') } },
  })
})

test('who has an account keeps its password and gets in with it', async () => {
  const other = await world.found(`other${number}`)
  const visitor = await world.addPerson(other, { email: mail('visitor'), orgRole: 'member' })
  const taking = { id: newId(), name: 'V', email: mail('visitor'), password: 'set by somebody else' }
  expect(await post(home.owner, '/people', taking)).toMatchObject({
    status: 409,
    body: { code: 'identity.account_exists' },
  })
  expect((await world.ask(visitor, { path: at('/permissions') })).status).toBe(404)
  const letIn = await post(home.owner, '/people', { id: newId(), name: 'V', email: mail('visitor') })
  expect(letIn.body).toMatchObject({ status: 'active' })
  expect((await world.ask(visitor, { path: at('/permissions') })).status).toBe(200)
  const { body } = await world.ask(visitor, { path: '/api/v1/me' })
  expect(body['organisations']).toHaveLength(2)
})

test('a password needs an e-mail to go with it', async () => {
  const answer = await post(home.owner, '/people', { id: newId(), name: 'X', password: PASSWORD })
  expect(answer).toMatchObject({ status: 422, body: { code: 'identity.email_missing' } })
})

test('many people are added whole or not at all', async () => {
  const add = (name: string, email: string | null) => ({
    name: 'identity.addPerson',
    input: { id: newId(), name, email },
  })
  const wrong = [add('A', mail('a')), add('B', null), add('C', mail('a'))]
  expect(await post(home.owner, '/commands', { commands: wrong })).toMatchObject({
    status: 409,
    body: { code: 'identity.email_taken', index: 2 },
  })
  const { status, body } = await post(home.owner, '/commands', { commands: wrong.slice(0, 2) })
  expect(status).toBe(200)
  expect(body['results']).toMatchObject([
    { name: 'A', status: 'placeholder' },
    { name: 'B', email: null },
  ])
})

test('everybody changes how they are shown, and nobody else', async () => {
  const max = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  const path = `/people/${max.personId}`
  expect((await patch(max, path, { name: 'Max M.', title: 'Foreman', colour: 3 })).body).toMatchObject({
    name: 'Max M.',
    title: 'Foreman',
    colour: 3,
  })
  expect(await patch(max, path, { orgRole: 'admin' })).toMatchObject({
    status: 403,
    body: { code: 'platform.not_allowed' },
  })
  expect(await patch(max, `/people/${home.ownerId}`, { name: 'Fool' })).toMatchObject({ status: 403 })
  expect((await patch(home.owner, `/people/${newId()}`, { name: 'Nobody' })).status).toBe(404)
})

test('a changed role counts with the next request', async () => {
  const max = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  const rename = () => patch(max, '/organisation', { name: 'Max was here' })
  expect((await rename()).status).toBe(403)
  await patch(home.owner, `/people/${max.personId}`, { orgRole: 'admin' })
  expect((await rename()).status).toBe(200)
  await patch(home.owner, `/people/${max.personId}`, { orgRole: 'guest' })
  expect((await rename()).status).toBe(403)
})

test('who leaves is signed out at once and comes back when let in', async () => {
  const max = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  const path = `/people/${max.personId}`
  expect((await patch(home.owner, path, { status: 'inactive' })).body).toMatchObject({ status: 'inactive' })
  expect((await world.ask(max, { path: '/api/v1/me/sessions' })).status).toBe(401)
  const again = await world.signIn(mail('max'))
  expect((await world.ask(again, { path: at('/permissions') })).status).toBe(404)
  expect((await world.ask(again, { path: '/api/v1/me' })).body['organisations']).toEqual([])
  expect((await patch(home.owner, path, { status: 'active' })).body).toMatchObject({ status: 'active' })
  expect((await world.ask(again, { path: at('/permissions') })).status).toBe(200)
})

test('who leaves one of two organisations stays signed in for the other', async () => {
  const other = await world.found(`other${number}`)
  const max = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  await world.ask(other.owner, {
    path: at('/people', other),
    body: { id: newId(), name: 'Max', email: mail('max') },
  })
  await patch(home.owner, `/people/${max.personId}`, { status: 'inactive' })
  expect((await world.ask(max, { path: at('/permissions') })).status).toBe(404)
  expect((await world.ask(max, { path: at('/permissions', other) })).status).toBe(200)
})

test('the last owner stays', async () => {
  const path = `/people/${home.ownerId}`
  for (const change of [{ orgRole: 'admin' }, { status: 'inactive' }]) {
    expect(await patch(home.owner, path, change)).toMatchObject({
      status: 409,
      body: { code: 'identity.last_owner' },
    })
  }
  await world.addPerson(home, { email: mail('second'), orgRole: 'owner' })
  expect((await patch(home.owner, path, { orgRole: 'admin' })).status).toBe(200)
})

test('two owners who step down at once leave one', async () => {
  const second = await world.addPerson(home, { email: mail('second'), orgRole: 'owner' })
  const answers = await Promise.all([
    patch(home.owner, `/people/${home.ownerId}`, { orgRole: 'member' }),
    patch(second, `/people/${second.personId}`, { orgRole: 'member' }),
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const batch = await world.ask(answers[0]?.status === 200 ? second : home.owner, {
    path: at('/commands'),
    body: {
      commands: [home.ownerId, second.personId].map((id) => ({
        name: 'identity.changePerson',
        input: { id, patch: { orgRole: 'admin' } },
      })),
    },
  })
  expect(batch).toMatchObject({ status: 409, body: { code: 'identity.last_owner' } })
})

test('teams form a tree, also within one batch', async () => {
  const [site, crew, crane] = [newId(), newId(), newId()]
  const create = (id: string, name: string, parentId: string | null) => ({
    name: 'identity.createTeam',
    input: { id, name, parentId },
  })
  const commands = [create(crane, 'Crane', crew), create(crew, 'Crew', site), create(site, 'Site', null)]
  expect((await post(home.owner, '/commands', { commands })).status).toBe(200)
  expect(await patch(home.owner, `/teams/${site}`, { parentId: crane })).toMatchObject({
    status: 422,
    body: { code: 'identity.team_cycle', params: { path: ['Site', 'Crane', 'Crew', 'Site'] } },
  })
  expect(await patch(home.owner, `/teams/${crew}`, { isArchived: true })).toMatchObject({
    status: 409,
    body: { code: 'identity.team_has_teams' },
  })
  expect((await patch(home.owner, `/teams/${crane}`, { parentId: null, name: 'Cranes' })).body).toMatchObject(
    { name: 'Cranes', parentId: null, version: 2 },
  )
  expect((await patch(home.owner, `/teams/${crew}`, { isArchived: true })).body['archivedAt']).toEqual(
    expect.any(Number),
  )
  expect(await post(home.owner, '/teams', { id: newId(), name: 'Late', parentId: crew })).toMatchObject({
    status: 409,
    body: { code: 'identity.team_archived' },
  })
  expect(await post(home.owner, '/teams', { id: site, name: 'Again' })).toMatchObject({
    status: 409,
    body: { code: 'platform.exists' },
  })
})

test('members of a team are set as a whole', async () => {
  const max = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  const id = newId()
  await post(home.owner, '/teams', { id, name: 'Crew' })
  const set = (memberIds: readonly string[], who: Caller = home.owner) =>
    world.ask(who, { method: 'PUT', path: at(`/teams/${id}/members`), body: { memberIds } })
  expect((await set([max.personId, home.ownerId, max.personId])).body['memberIds']).toEqual(
    [home.ownerId, max.personId].toSorted(),
  )
  expect((await set([home.ownerId])).body['memberIds']).toEqual([home.ownerId])
  expect((await set([])).body['memberIds']).toEqual([])
  expect(await set([newId()])).toMatchObject({ status: 422, body: { code: 'platform.reference_unknown' } })
  expect(await set([], max)).toMatchObject({ status: 403, body: { code: 'platform.not_allowed' } })
})

test('only who manages people changes teams', async () => {
  const max = await world.addPerson(home, { email: mail('max'), orgRole: 'member' })
  const id = newId()
  await post(home.owner, '/teams', { id, name: 'Crew' })
  expect((await post(max, '/teams', { id: newId(), name: 'Mine' })).status).toBe(403)
  expect((await patch(max, `/teams/${id}`, { name: 'Mine' })).status).toBe(403)
})

test('everybody may read what each role may do', async () => {
  const guest = await world.addPerson(home, { email: mail('gail'), orgRole: 'guest' })
  const { body } = await world.ask(guest, { path: at('/permissions') })
  expect(body).toMatchObject({
    organisation: { guest: ['session', 'organisation.read'] },
    container: { viewer: ['container.read'] },
  })
})
