import { afterAll, expect, test } from 'vitest'
import { roleIn } from '../../platform/commands/index.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { createAccessCache } from './access-cache.ts'
import { createContainerMaker } from './testing/containers.ts'
import { type Caller, createIdentityWorld, type Home } from './testing/identity-world.ts'

const world = await createIdentityWorld()
const containers = createContainerMaker(world.database)
afterAll(() => world.close())

const { owner: behind, db } = world.database
const home = await world.found('home')
const other = await world.found('other')
const member = await world.addPerson(home, { email: 'member@home.example', orgRole: 'member' })
const guest = await world.addPerson(home, { email: 'guest@home.example', orgRole: 'guest' })
const admin = await world.addPerson(home, { email: 'admin@home.example', orgRole: 'admin' })
const at = (path: string, of: Home = home) => `/api/v1/o/${of.id}${path}`

/** What somebody may do in a container, as the next request would find it. */
async function roleOf(who: { readonly personId: string }, containerId: string, organisationId = home.id) {
  const { rows } = await behind.pool.query<{ v: string }>(
    'select access_version as v from organisation where id = $1',
    [organisationId],
  )
  const standing = await createAccessCache(db).find({
    organisationId,
    personId: who.personId,
    version: Number(rows[0]?.v),
  })
  return standing && roleIn(standing.access, containerId)
}

async function makeTeam(
  name: string,
  parentId: string | null,
  memberIds: readonly string[],
): Promise<string> {
  const id = newId()
  await world.ask(home.owner, { path: at('/teams'), body: { id, name, parentId } })
  await world.ask(home.owner, { method: 'PUT', path: at(`/teams/${id}/members`), body: { memberIds } })
  return id
}

test('what is open is open to members, not to guests', async () => {
  const open = await containers.add(home.id, 'open')
  expect(await roleOf(member, open)).toBe('contributor')
  expect(await roleOf(guest, open)).toBe(null)
  expect(await roleOf(admin, open)).toBe('manager')
})

test('what is private is seen by those who were let in and by who runs the organisation', async () => {
  const hidden = await containers.add(home.id, 'private')
  const shared = await containers.add(home.id, 'private')
  await containers.grant(home.id, { containerId: shared, role: 'commenter', personId: guest.personId })
  expect(await roleOf(member, hidden)).toBe(null)
  expect(await roleOf(member, shared)).toBe(null)
  expect(await roleOf(guest, shared)).toBe('commenter')
  expect(await roleOf(guest, hidden)).toBe(null)
  expect(await roleOf(admin, hidden)).toBe('manager')
})

test('a grant to a team reaches the teams below it, not those above or beside', async () => {
  const lone = await world.addPerson(home, { email: 'lone@home.example', orgRole: 'guest' })
  const above = await makeTeam('Above', null, [admin.personId])
  const middle = await makeTeam('Middle', above, [guest.personId])
  const below = await makeTeam('Below', middle, [member.personId])
  await makeTeam('Beside', above, [lone.personId])
  const shared = await containers.add(home.id, 'private')
  await containers.grant(home.id, { containerId: shared, role: 'viewer', teamId: middle })
  await containers.grant(home.id, { containerId: shared, role: 'manager', teamId: below })
  expect(await roleOf(guest, shared)).toBe('viewer')
  expect(await roleOf(member, shared)).toBe('manager')
  expect(await roleOf(lone, shared)).toBe(null)
  await world.ask(home.owner, {
    method: 'PATCH',
    path: at(`/teams/${below}`),
    body: { patch: { isArchived: true } },
  })
  expect(await roleOf(member, shared)).toBe(null)
})

test('an archived container stays visible', async () => {
  const shelved = await containers.add(home.id, 'open')
  await behind.pool.query('update container set archived_at = now() where id = $1', [shelved])
  expect(await roleOf(member, shelved)).toBe('contributor')
})

test('rights are read once and again when they changed', async () => {
  let reads = 0
  const counting = new Proxy(db, {
    get: (target, name: 'pool') => {
      reads++
      return target[name]
    },
  })
  const cache = createAccessCache(counting)
  const question = { organisationId: home.id, personId: member.personId, version: 1 }
  const answers = await Promise.all([cache.find(question), cache.find(question), cache.find(question)])
  const afterFirst = reads
  const version = answers[0]?.access.version ?? 0
  await cache.find({ ...question, version })
  expect(reads).toBeGreaterThan(0)
  const open = await containers.add(home.id, 'open')
  const fresh = await cache.find({ ...question, version: version + 1 })
  expect(reads).toBeGreaterThan(afterFirst)
  expect(fresh && roleIn(fresh.access, open)).toBe('contributor')
})

test('without sign-in there is nothing', async () => {
  for (const path of [
    '/api/v1/me/sessions',
    at('/permissions'),
    at('/tokens'),
    `/api/v1/o/${newId()}/permissions`,
    '/api/v1/o/nowhere/permissions',
  ]) {
    expect(await world.ask({}, { path })).toMatchObject({
      status: 401,
      body: { code: 'platform.not_signed_in' },
    })
  }
})

test('the other organisation looks as if it were not there', async () => {
  const [existing, missing] = await Promise.all([
    world.ask(home.owner, { path: at('/permissions', other) }),
    world.ask(home.owner, { path: `/api/v1/o/${newId()}/permissions` }),
  ])
  expect(existing.status).toBe(404)
  expect(existing.body).toEqual(missing.body)
  const body = { patch: { name: 'Taken' } }
  expect(
    (await world.ask(home.owner, { method: 'PATCH', path: at('/organisation', other), body })).status,
  ).toBe(404)
})

test('what belongs to the other organisation cannot be named', async () => {
  const ask = (method: string, path: string, body: object) =>
    world.ask(home.owner, { method, path: at(path), body })
  expect((await ask('PATCH', `/people/${other.ownerId}`, { patch: { name: 'X' } })).status).toBe(404)
  const team = await makeTeam('Ours', null, [])
  expect((await ask('PUT', `/teams/${team}/members`, { memberIds: [other.ownerId] })).status).toBe(422)
  expect((await ask('PATCH', `/teams/${newId()}`, { patch: { name: 'X' } })).status).toBe(404)
})

test('behind the second wall a query without any predicate shows nothing of the other organisation', async () => {
  await containers.add(other.id, 'open')
  for (const table of ['person', 'container', 'event', 'journal_head', 'team', 'item_type']) {
    const seen = await inTransaction(db, home.id, (tx) =>
      tx.query<{ organisation_id: string }>({ text: `select distinct organisation_id from ${table}` }),
    )
    expect([table, seen.filter((row) => row.organisation_id !== home.id)]).toEqual([table, []])
  }
  const outside = await inTransaction(db, null, (tx) => tx.query({ text: 'select 1 from person' }))
  expect(outside).toEqual([])
})

test('behind the second wall nothing of the other organisation can be written', async () => {
  const changed = await inTransaction(db, home.id, (tx) =>
    tx.query({
      text: 'update person set name = $1 where id = $2 returning id',
      values: ['X', other.ownerId],
    }),
  )
  expect(changed).toEqual([])
  const insert = inTransaction(db, home.id, (tx) =>
    tx.query({
      text: `insert into team (organisation_id, id, name, created_at) values ($1, $2, 'Spies', now())`,
      values: [other.id, newId()],
    }),
  )
  await expect(insert).rejects.toThrow('row-level security')
})

test('every table of an organisation stands behind the second wall', async () => {
  const { rows } = await behind.pool.query<{ name: string; forced: boolean }>(
    `select c.relname as name, c.relforcerowsecurity as forced
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
     order by c.relname`,
  )
  // The first four are asked before the organisation is known, the last is never shown (ADR 0014).
  expect(rows.filter((row) => !row.forced).map((row) => row.name)).toEqual([
    'api_token',
    'auth_member',
    'auth_provider',
    'job',
    'search_entry',
  ])
})

type Token = { readonly id: string; readonly caller: Caller; readonly hint: string }

async function makeToken(
  who: Caller,
  scopes: readonly string[],
  expiresAt: number | null = null,
): Promise<Token> {
  const id = newId()
  const { status, body } = await world.ask(who, {
    path: at('/tokens'),
    body: { id, name: 'Robot', scopes, expiresAt },
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { id, caller: { authorization: `Bearer ${String(body['secret'])}` }, hint: String(body['hint']) }
}

test('a token acts as its person, and its secret is shown once', async () => {
  const token = await makeToken(member, ['write'])
  expect((await world.ask(token.caller, { path: at('/permissions') })).status).toBe(200)
  const { body } = await world.ask(member, { path: at('/tokens') })
  expect(body['tokens']).toMatchObject([
    {
      id: token.id,
      personId: member.personId,
      scopes: ['read', 'write'],
      hint: token.hint,
      lastUsedAt: expect.any(Number),
    },
  ])
  expect(JSON.stringify(body)).not.toContain(token.caller.authorization?.slice(-20))
  const { rows } = await behind.pool.query('select token_hash from api_token where id = $1', [token.id])
  expect(JSON.stringify(rows)).not.toContain(token.caller.authorization?.slice(-20))
})

test('the last use of a token is noted once a minute', async () => {
  const token = await makeToken(member, ['read'])
  const lastUse = async () => {
    const { rows } = await behind.pool.query<{ last_used_at: Date | null }>(
      'select last_used_at from api_token where id = $1',
      [token.id],
    )
    return rows[0]?.last_used_at
  }
  await world.ask(token.caller, { path: at('/permissions') })
  const first = await lastUse()
  await world.ask(token.caller, { path: at('/permissions') })
  expect(await lastUse()).toEqual(first)
  await behind.pool.query("update api_token set last_used_at = now() - interval '2 minutes' where id = $1", [
    token.id,
  ])
  await world.ask(token.caller, { path: at('/permissions') })
  expect(await lastUse()).not.toEqual(first)
})

test('a token is bound to its organisation and to the page it was made on', async () => {
  const token = await makeToken(home.owner, ['admin'])
  expect((await world.ask(token.caller, { path: at('/permissions', other) })).status).toBe(404)
  expect((await world.ask(token.caller, { path: '/api/v1/me/sessions' })).status).toBe(401)
})

test('an expired or made-up token opens nothing, also beside a good cookie', async () => {
  const token = await makeToken(member, ['read'], Date.now() + 60_000)
  expect((await world.ask(token.caller, { path: at('/permissions') })).status).toBe(200)
  await behind.pool.query("update api_token set expires_at = now() - interval '1 second' where id = $1", [
    token.id,
  ])
  const made = `Bearer mr_${'A'.repeat(43)}`
  for (const authorization of [token.caller.authorization ?? '', made, 'Bearer x', 'Basic YTpi']) {
    const answer = await world.ask({ ...member, authorization }, { path: at('/permissions') })
    expect(answer).toMatchObject({ status: 401, body: { code: 'platform.not_signed_in' } })
  }
  const past = { id: newId(), name: 'Late', scopes: ['read'], expiresAt: Date.now() - 1 }
  expect(await world.ask(member, { path: at('/tokens'), body: past })).toMatchObject({
    status: 422,
    body: { code: 'identity.expiry_past' },
  })
})

test('a token does no more than its scopes and than its person', async () => {
  const rename = (caller: Caller) =>
    world.ask(caller, { method: 'PATCH', path: at('/organisation'), body: { patch: { name: 'Renamed' } } })
  const [reader, writer, ruler, weak] = await Promise.all([
    makeToken(home.owner, ['read']),
    makeToken(home.owner, ['write']),
    makeToken(home.owner, ['admin']),
    makeToken(member, ['admin']),
  ])
  const look = { path: at(`/people/${home.ownerId}`), method: 'PATCH', body: { patch: { colour: 1 } } }
  expect((await world.ask(writer.caller, look)).status).toBe(200)
  expect(await world.ask(reader.caller, look)).toMatchObject({
    status: 403,
    body: { code: 'platform.scope_missing', params: { scope: 'write' } },
  })
  expect(await rename(writer.caller)).toMatchObject({
    status: 403,
    body: { code: 'platform.scope_missing', params: { scope: 'admin' } },
  })
  expect((await rename(ruler.caller)).status).toBe(200)
  expect(await rename(weak.caller)).toMatchObject({ status: 403, body: { code: 'platform.not_allowed' } })
  expect((await world.ask(reader.caller, { path: at('/permissions') })).status).toBe(200)
})

test('a token makes no tokens', async () => {
  const token = await makeToken(home.owner, ['admin'])
  const body = { id: newId(), name: 'Child', scopes: ['admin'] }
  expect(await world.ask(token.caller, { path: at('/tokens'), body })).toMatchObject({
    status: 403,
    body: { code: 'identity.session_needed' },
  })
})

test('a revoked token is worthless at once; only its person and who manages people revoke it', async () => {
  const token = await makeToken(member, ['read'])
  const revoke = (who: Caller, id: string) => world.ask(who, { method: 'DELETE', path: at(`/tokens/${id}`) })
  expect((await revoke(guest, token.id)).status).toBe(404)
  expect((await world.ask(token.caller, { path: at('/permissions') })).status).toBe(200)
  expect((await revoke(member, token.id)).status).toBe(200)
  expect((await world.ask(token.caller, { path: at('/permissions') })).status).toBe(401)
  const second = await makeToken(member, ['read'])
  expect((await revoke(admin, second.id)).status).toBe(200)
  expect((await world.ask(second.caller, { path: at('/permissions') })).status).toBe(401)
})

test('tokens are listed to their person, and all of them to who manages people', async () => {
  const token = await makeToken(guest, ['read'])
  const idsFor = async (who: Caller) => {
    const { body } = await world.ask(who, { path: at('/tokens') })
    return (body['tokens'] as { id: string }[]).map(({ id }) => id)
  }
  expect(await idsFor(guest)).toContain(token.id)
  expect(await idsFor(admin)).toContain(token.id)
  expect(await idsFor(member)).not.toContain(token.id)
})

test('who leaves loses their tokens for good', async () => {
  const max = await world.addPerson(home, { email: 'max@home.example', orgRole: 'member' })
  const token = await makeToken(max, ['read'])
  const set = (status: string) =>
    world.ask(home.owner, {
      method: 'PATCH',
      path: at(`/people/${max.personId}`),
      body: { patch: { status } },
    })
  await set('inactive')
  await set('active')
  expect((await world.ask(token.caller, { path: at('/permissions') })).status).toBe(401)
})

test('a repeated request for a token does not tell the secret again, and nobody kept it', async () => {
  const body = { id: newId(), name: 'Twice', scopes: ['read'] }
  const request = { path: at('/tokens'), body, headers: { 'idempotency-key': newId() } }
  const first = await world.ask(member, request)
  const again = await world.ask(member, request)
  expect(first.body['secret']).toEqual(expect.any(String))
  expect(again).toMatchObject({ status: 200, body: { id: body.id, secret: null } })
  const { rows } = await behind.pool.query('select response from idempotency')
  expect(JSON.stringify(rows)).not.toContain(first.body['secret'])
})
