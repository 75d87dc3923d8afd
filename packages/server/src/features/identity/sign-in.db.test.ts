import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadAuthSecret } from './auth/auth-secret.ts'
import { createIdentityWorld, PASSWORD } from './testing/identity-world.ts'

const world = await createIdentityWorld()
const closed = await createIdentityWorld({ signUp: 'closed', database: world.database })
const secure = await createIdentityWorld({ publicUrl: 'https://work.example.org', database: world.database })
afterAll(async () => {
  await Promise.all([closed.close(), secure.close()])
  await world.close()
})

const me = { path: '/api/v1/me' }
/** What only people who are signed in may ask. */
const account = { path: '/api/v1/me/sessions' }

test('who signs up is signed in and belongs nowhere yet', async () => {
  const ada = await world.signUp('Ada@Example.org', 'Ada')
  const { status, body } = await world.ask(ada, me)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    user: { name: 'Ada', email: 'ada@example.org' },
    organisations: [],
    signUp: 'open',
  })
})

test('the language of an account is kept with it, and can be left to the browser again', async () => {
  const lea = await world.signUp('lingua@example.org', 'Lingua')
  const spoken = async () => (await world.ask(lea, me)).body
  const change = (language: unknown) => world.ask(lea, { ...me, method: 'PATCH', body: { language } })
  expect(await spoken()).toMatchObject({ user: { language: null } })
  expect((await change('de')).status).toBe(200)
  expect(await spoken()).toMatchObject({ user: { language: 'de' } })
  expect((await change('tlh')).status).toBe(400)
  expect((await change(null)).status).toBe(200)
  expect(await spoken()).toMatchObject({ user: { language: null } })
  expect((await world.ask({}, { ...me, method: 'PATCH', body: { language: 'de' } })).status).toBe(401)
})

test('a refusal is said in the language that the request prefers, with the same code', async () => {
  const wrong = { email: 'nobody@example.org', password: 'wrong horse battery' }
  const refused = (headers: Readonly<Record<string, string>>) =>
    world.ask({}, { path: '/api/auth/sign-in/email', body: wrong, headers })
  const english = await refused({})
  const german = await refused({ 'accept-language': 'fr, de-CH;q=0.8, en;q=0.5' })
  expect(english.body).toMatchObject({
    code: 'identity.credentials_wrong',
    detail: 'E-mail or password is wrong.',
  })
  expect(german.body).toMatchObject({
    code: 'identity.credentials_wrong',
    detail: 'E-Mail oder Passwort ist falsch.',
  })
})

test('the session token is in a cookie that scripts cannot read, and nowhere else', async () => {
  await world.signUp('bob@example.org')
  const body = { email: 'bob@example.org', password: PASSWORD }
  const answer = await world.ask({}, { path: '/api/auth/sign-in/email', body })
  expect(answer.cookie).toMatch(
    /^millrace\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(Object.keys(answer.body)).toEqual(['user'])
  expect(JSON.stringify(answer.body)).not.toContain('token')
})

test('under TLS the cookie is for TLS alone', async () => {
  const body = { name: 'Cleo', email: 'cleo@example.org', password: PASSWORD }
  const answer = await secure.ask({}, { path: '/api/auth/sign-up/email', body })
  expect(answer.cookie).toMatch(/^__Secure-millrace\.session_token=[^;]+;.*; HttpOnly; Secure; SameSite=Lax$/)
  const cookie = answer.cookie?.split(';')[0] ?? ''
  expect((await secure.ask({ cookie }, account)).status).toBe(200)
})

test.each([
  [
    'a wrong password',
    'sign-in/email',
    { email: 'bob@example.org', password: 'wrong horse battery' },
    401,
    'identity.credentials_wrong',
  ],
  [
    'an unknown e-mail looks the same',
    'sign-in/email',
    { email: 'nobody@example.org', password: PASSWORD },
    401,
    'identity.credentials_wrong',
  ],
  [
    'an e-mail that is taken',
    'sign-up/email',
    { name: 'B', email: 'bob@example.org', password: PASSWORD },
    409,
    'identity.email_taken',
  ],
  [
    'a short password',
    'sign-up/email',
    { name: 'D', email: 'd@example.org', password: 'short' },
    422,
    'identity.password_too_short',
  ],
  [
    'no e-mail address',
    'sign-up/email',
    { name: 'D', email: 'nonsense', password: PASSWORD },
    422,
    'identity.email_wrong',
  ],
  ['nothing at all', 'sign-in/email', {}, 400, 'platform.input_wrong'],
])('refused: %s', async (_name, flow, body, status, code) => {
  const answer = await world.ask({}, { path: `/api/auth/${flow}`, body })
  expect(answer).toMatchObject({ status, body: { code }, cookie: null })
})

test('nobody signs up by themselves where that is closed', async () => {
  const body = { name: 'Eve', email: 'eve@example.org', password: PASSWORD }
  const answer = await closed.ask({}, { path: '/api/auth/sign-up/email', body })
  expect(answer).toMatchObject({ status: 403, body: { code: 'identity.sign_up_closed' } })
})

test('who is nobody is told so, which is no refusal', async () => {
  const nobody = { user: null, organisations: [], signUp: 'open' }
  expect(await world.ask({}, me)).toMatchObject({ status: 200, body: nobody })
  const fay = await world.signUp('fay@example.org')
  await world.ask(fay, { path: '/api/auth/sign-out', body: {} })
  expect(await world.ask(fay, me)).toMatchObject({ status: 200, body: nobody })
  expect(await closed.ask({}, me)).toMatchObject({ status: 200, body: { ...nobody, signUp: 'closed' } })
})

test('after signing out the same cookie opens nothing', async () => {
  const fred = await world.signUp('fred@example.org')
  expect((await world.ask(fred, { path: '/api/auth/sign-out', body: {} })).status).toBe(200)
  expect(await world.ask(fred, account)).toMatchObject({
    status: 401,
    body: { code: 'platform.not_signed_in' },
  })
})

test('a cookie without our signature is worth nothing, even with a true token', async () => {
  const gus = await world.signUp('gus@example.org')
  const [name, value = ''] = gus.cookie?.split('=') ?? []
  const token = decodeURIComponent(value).split('.')[0]
  for (const forged of [token, `${token}.`, `${token}.AAAA`, `${token}.${'A'.repeat(43)}=`]) {
    const cookie = `${name}=${encodeURIComponent(forged ?? '')}`
    expect((await world.ask({ cookie }, account)).status).toBe(401)
  }
  const { rows } = await world.database.owner.pool.query('select id from auth_session where token = $1', [
    token,
  ])
  expect(rows).toHaveLength(1)
})

test('a session that has expired opens nothing', async () => {
  const hal = await world.signUp('hal@example.org')
  await world.database.owner.pool.query(
    "update auth_session set expires_at = now() - interval '1 second' where user_id = (select id from auth_user where email = 'hal@example.org')",
  )
  expect((await world.ask(hal, account)).status).toBe(401)
})

test('a new password signs the person out everywhere else', async () => {
  const here = await world.signUp('ida@example.org')
  const there = await world.signIn('ida@example.org')
  const path = '/api/auth/change-password'
  const wrong = { currentPassword: 'not this one at all', newPassword: 'another long password' }
  expect(await world.ask(here, { path, body: wrong })).toMatchObject({
    status: 422,
    body: { code: 'identity.password_wrong' },
  })
  const changed = await world.ask(here, {
    path,
    body: { currentPassword: PASSWORD, newPassword: 'another long password' },
  })
  expect(changed.status).toBe(200)
  expect((await world.ask(there, account)).status).toBe(401)
  expect((await world.ask({ cookie: changed.cookie?.split(';')[0] ?? '' }, account)).status).toBe(200)
  await expect(world.signIn('ida@example.org')).rejects.toThrow('401')
  await world.signIn('ida@example.org', 'another long password')
})

test('a page of another site cannot use the cookie', async () => {
  const jan = await world.signUp('jan@example.org')
  const headers = { origin: 'https://evil.example' }
  const answer = await world.ask(jan, { path: '/api/auth/sign-out', body: {}, headers })
  expect(answer).toMatchObject({ status: 403, body: { code: 'platform.other_origin' } })
  expect((await world.ask(jan, account)).status).toBe(200)
})

test('a page of another site changes nothing, also outside signing in', async () => {
  const kim = await world.signUp('kim@example.org')
  const headers = { origin: 'https://evil.example' }
  const sessions = await world.ask(kim, { path: '/api/v1/me/sessions' })
  const [session] = sessions.body['sessions'] as { id: string }[]
  const path = `/api/v1/me/sessions/${session?.id}`
  const answer = await world.ask(kim, { method: 'DELETE', path, headers })
  expect(answer).toMatchObject({ status: 403, body: { code: 'platform.other_origin' } })
  expect((await world.ask(kim, { ...me, headers })).status).toBe(200)
})

test('behind a proxy the public address counts as our own', async () => {
  await secure.ask(
    {},
    { path: '/api/auth/sign-up/email', body: { name: 'K', email: 'k@example.org', password: PASSWORD } },
  )
  const headers = { origin: 'https://work.example.org', cookie: 'x=y' }
  const body = { email: 'k@example.org', password: PASSWORD }
  expect((await secure.ask({}, { path: '/api/auth/sign-in/email', body, headers })).status).toBe(200)
})

test('guessing a password is stopped, and only for who guesses', async () => {
  await world.signUp('lea@example.org')
  const guess = {
    path: '/api/auth/sign-in/email',
    body: { email: 'lea@example.org', password: 'guess guess guess' },
    address: '203.0.113.9',
  }
  const statuses = []
  for (let attempt = 0; attempt < 12; attempt++) statuses.push((await world.ask({}, guess)).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
  const right = { ...guess, body: { email: 'lea@example.org', password: PASSWORD } }
  expect(await world.ask({}, right)).toMatchObject({
    status: 429,
    body: { code: 'platform.too_many_requests' },
  })
  expect((await world.ask({}, { ...right, address: '198.51.100.7' })).status).toBe(200)
})

test('one address cannot try without end', async () => {
  const statuses = new Map<number, number>()
  for (let attempt = 0; attempt < 25; attempt++) {
    const body = { name: 'M', email: 'not an address', password: PASSWORD }
    const { status } = await world.ask({}, { path: '/api/auth/sign-up/email', body, address: '203.0.113.20' })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect([...statuses]).toEqual([
    [422, 20],
    [429, 5],
  ])
})

test('a client cannot claim another address', async () => {
  const headers = { 'x-millrace-address': '192.0.2.1' }
  const statuses = new Set<number>()
  for (let attempt = 0; attempt < 22; attempt++) {
    const body = { name: 'N', email: 'not an address', password: PASSWORD }
    const forged = { ...headers, 'x-millrace-address': `192.0.2.${attempt}` }
    statuses.add(
      (
        await world.ask(
          {},
          { path: '/api/auth/sign-up/email', body, address: '203.0.113.30', headers: forged },
        )
      ).status,
    )
  }
  expect(statuses).toContain(429)
})

test('only the flows in use are reachable', async () => {
  const ned = await world.signUp('ned@example.org')
  for (const path of [
    'list-sessions',
    'update-user',
    'delete-user',
    'request-password-reset',
    'sign-in/social',
    'ok',
  ]) {
    expect((await world.ask(ned, { path: `/api/auth/${path}`, body: {} })).status).toBe(404)
  }
})

test('sessions are listed to their owner and ended one by one', async () => {
  const here = await world.signUp('ona@example.org')
  const there = await world.signIn('ona@example.org')
  const stranger = await world.signUp('stranger@example.org')
  const { body } = await world.ask(here, { path: '/api/v1/me/sessions' })
  const sessions = body['sessions'] as { id: string; isCurrent: boolean }[]
  expect(sessions.map(({ isCurrent }) => (isCurrent ? 'here' : 'there')).toSorted()).toEqual([
    'here',
    'there',
  ])
  expect(JSON.stringify(sessions)).not.toContain('token')
  const path = `/api/v1/me/sessions/${sessions.find(({ isCurrent }) => !isCurrent)?.id}`
  expect((await world.ask(stranger, { method: 'DELETE', path })).status).toBe(404)
  expect((await world.ask(there, account)).status).toBe(200)
  expect((await world.ask(here, { method: 'DELETE', path })).status).toBe(200)
  expect((await world.ask(there, account)).status).toBe(401)
  expect((await world.ask(here, account)).status).toBe(200)
})

test('the secret is made once, for its owner alone, also by several processes at once', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'millrace-secret-'))
  try {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => loadAuthSecret(dataDir, null)))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toHaveLength(43)
    const path = join(dataDir, 'auth-secret')
    expect((await readFile(path, 'utf8')).trim()).toBe(secrets[0])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await expect(loadAuthSecret(dataDir, 'too short')).rejects.toThrow('AUTH_SECRET is too short')
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('while the database is away, signing in is something to try again', async () => {
  const url = 'postgres://nobody@127.0.0.1:1/mill'
  const cut = await createIdentityWorld({ database: { ...world.database, url } })
  const body = { email: 'bob@example.org', password: PASSWORD }
  const answer = await cut.ask({}, { path: '/api/auth/sign-in/email', body })
  expect(answer).toMatchObject({ status: 503, body: { code: 'platform.busy' } })
  await cut.close()
})
