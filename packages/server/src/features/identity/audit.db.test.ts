import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDownloadRoutes } from '../../platform/http/index.ts'
import { newId } from '../../platform/ids.ts'
import { createAttemptCounter } from './auth/attempt-counter.ts'
import { identityDownloads } from './index.ts'
import { createTellVisits } from './tell-visits.ts'
import { type Caller, createIdentityWorld, type Home, PASSWORD } from './testing/identity-world.ts'

const world = await createIdentityWorld()
addDownloadRoutes(world.app, {
  db: world.database.db,
  authenticate: world.identity.authenticate,
  downloads: identityDownloads,
  publicUrl: null,
})
afterAll(() => world.close())

let home: Home
let other: Home
let admin: Caller & { readonly personId: string }
const at = (path: string, of = home) => `/api/v1/o/${of.id}${path}`

beforeAll(async () => {
  home = await world.found('audited')
  other = await world.found('elsewhere')
  admin = await world.addPerson(home, { email: 'admin@audited.example', orgRole: 'admin' })
  const token = { id: newId(), name: '=Robot', scopes: ['read'] }
  const made = await world.ask(admin, { path: at('/tokens'), body: token })
  await world.ask(admin, { path: at('/teams'), body: { id: newId(), name: 'Night shift' } })
  await world.ask(home.owner, {
    method: 'PATCH',
    path: at('/organisation'),
    body: { patch: { name: 'Audited & Sons' } },
  })
  secret = String(made.body['secret'])
})
let secret = ''

type Entry = {
  readonly seq: number
  readonly kind: string
  readonly name: string
  readonly actorId: string | null
}

async function list(query = '', who: Caller = home.owner) {
  const { body } = await world.ask(who, { path: at(`/audit${query}`) })
  return body as { readonly entries: readonly Entry[]; readonly next: string | null } // As the contract says.
}

test('what concerns the organisation is told with who did it, newest first', async () => {
  const { entries } = await list()
  expect(entries.map(({ kind, name }) => [kind, name])).toEqual([
    ['identity.organisation_changed', 'Audited & Sons'],
    ['identity.team_created', 'Night shift'],
    ['identity.token_created', '=Robot'],
    ['identity.person_added', 'admin'],
    ['identity.person_added', 'owner'],
    ['identity.organisation_created', 'audited'],
  ])
  expect(entries[1]?.actorId).toBe(admin.personId)
  expect(JSON.stringify(entries)).not.toContain(secret)
})

test('it is filtered by person, group and day', async () => {
  const kinds = async (query: string) => (await list(query)).entries.map(({ kind }) => kind)
  expect(await kinds(`?personId=${admin.personId}`)).toEqual([
    'identity.team_created',
    'identity.token_created',
  ])
  expect(await kinds(`?group=tokens&personId=${home.ownerId}`)).toEqual([])
  expect(await kinds('?group=settings')).toEqual([
    'identity.organisation_changed',
    'identity.organisation_created',
  ])
  const today = new Date().toISOString().slice(0, 10)
  expect(await kinds(`?fromOn=${today}&untilOn=${today}`)).toHaveLength(6)
  expect(await kinds('?untilOn=2020-01-01')).toEqual([])
  expect(await kinds('?fromOn=2100-01-01')).toEqual([])
})

test('pages follow each other without a gap', async () => {
  const seen: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list(
      `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    seen.push(...page.entries.map(({ seq }) => seq))
    cursor = page.next
  }
  expect(seen).toHaveLength(6)
  expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  expect((await world.ask(home.owner, { path: at('/audit?cursor=x') })).body['code']).toBe(
    'platform.cursor_wrong',
  )
})

test('as a table it says the same, and no name is taken for a formula', async () => {
  const response = await world.app.inject({ url: at('/audit.csv'), headers: { ...admin } })
  expect(response.headers['content-type']).toContain('text/csv')
  const lines = response.body.trim().split('\r\n')
  expect(lines).toHaveLength(7)
  expect(lines[3]).toContain(",admin,identity.token_created,'=Robot,")
})

test('only owners and administrators read it, and only of their own organisation', async () => {
  const member = await world.addPerson(home, { email: 'm@audited.example', orgRole: 'member' })
  const guest = await world.addPerson(home, { email: 'g@audited.example', orgRole: 'guest' })
  for (const path of ['/audit', '/audit.csv']) {
    for (const who of [member, guest]) expect((await world.ask(who, { path: at(path) })).status).toBe(403)
    expect((await world.ask(other.owner, { path: at(path) })).status).toBe(404)
    expect((await world.ask({}, { path: at(path) })).status).toBe(401)
    const reader = { authorization: `Bearer ${secret}` }
    expect((await world.ask(reader, { path: at(path) })).status).toBe(403)
  }
})

test('who came in, failed to, went, and changed how they prove who they are is told', async () => {
  const visited = await world.found('visited')
  const olga = await world.addPerson(visited, { email: 'olga@visited.example', orgRole: 'member' })
  const enter = (password: string) =>
    world.ask(
      {},
      {
        path: '/api/auth/sign-in/email',
        body: { email: 'olga@visited.example', password },
        address: '10.9.1.7',
      },
    )
  expect((await enter('a wrong password')).status).toBe(401)
  await world.ask(
    {},
    { path: '/api/auth/sign-in/email', body: { email: 'nobody@visited.example', password: PASSWORD } },
  )
  const cookie = (await enter(PASSWORD)).cookie?.split(';')[0] ?? ''
  const fresh = { currentPassword: PASSWORD, newPassword: 'an entirely new one' }
  const changed = await world.ask(
    { cookie },
    { path: '/api/auth/change-password', body: fresh, address: '10.9.1.7' },
  )
  const now = { cookie: changed.cookie?.split(';')[0] ?? '' }
  await world.ask(now, { path: '/api/v1/me/sessions/end-others', body: {} })
  await world.ask(now, { path: '/api/auth/sign-out', body: {} })
  const { body } = await world.ask(visited.owner, { path: at('/audit?group=signIn', visited) })
  const entries = body['entries'] as readonly Record<string, unknown>[] // As the contract says.
  expect(entries.map(({ kind }) => kind)).toEqual([
    'identity.signed_out',
    'identity.sessions_ended',
    'identity.password_changed',
    'identity.signed_in',
    'identity.sign_in_failed',
  ])
  expect(entries[3]).toMatchObject({ actorId: olga.personId, name: '10.9.1.7', role: 'password' })
  // Whoever failed is nobody; whom it concerned is said.
  expect(entries[4]).toMatchObject({ actorId: null, aboutId: olga.personId, role: 'password' })
  const elsewhere = await world.ask(home.owner, { path: at('/audit?group=signIn') })
  expect(elsewhere.body['entries']).toEqual([])
})

test('of failures so many are told: strangers can make as many as they like', async () => {
  let told = 0
  const tell = createTellVisits({
    db: world.database.db,
    attempts: createAttemptCounter(),
    noteVisit: async () => {
      told++
    },
  })
  const failure = {
    ...{ path: '/sign-in/email', user: null, userId: null, isHalfway: false },
    refusal: 'identity.credentials_wrong',
    request: { ip: '10.8.1.1' },
  }
  for (let count = 0; count < 25; count++) await tell({ ...failure, email: 'owner@audited.example' })
  expect(told).toBe(20)
  await tell({ ...failure, email: 'admin@audited.example' })
  await tell({ ...failure, email: 'nobody@audited.example' })
  expect(told).toBe(21)
})
