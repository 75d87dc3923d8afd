import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type Caller, createIdentityWorld, type Home, PASSWORD } from './testing/identity-world.ts'
import { CLIENT_SECRET, type RunningProvider, startProvider } from './testing/provider-process.ts'
import { openVisit } from './testing/provider-visit.ts'

const world = await createIdentityWorld()
const [main, strict, open, skewed, away] = [newId(), newId(), newId(), newId(), newId()]
const callbackOf = (id: string) => `http://localhost/api/auth/provider/${id}/callback`
const person = (email: string, more = {}) => ({ email, email_verified: true, name: email, ...more })
const accounts = {
  olga: person('Olga@Acme.example', { name: 'Olga Berg' }),
  twin: person('olga@acme.example', { name: 'Somebody else' }),
  waiting: person('waiting@acme.example'),
  left: person('left@acme.example'),
  fresh: person('fresh@acme.example', { name: 'Fresh Face' }),
  selfmade: person('selfmade@acme.example'),
  boss: person('owner@acme.example'),
  elsewhere: person('someone@elsewhere.example'),
  unchecked: person('unchecked@acme.example', { email_verified: false }),
  silent: { email: 'silent@acme.example', name: 'Silent' },
  nameless: { name: 'No address' },
}
let provider: RunningProvider
let slow: RunningProvider
let home: Home
let other: Home
const at = (path: string, of = home) => `/api/v1/o/${of.id}${path}`

async function addProvider(id: string, more: object, of = home) {
  const body = {
    id,
    name: 'Acme ID',
    issuer: provider.issuer,
    clientId: 'millrace',
    clientSecret: CLIENT_SECRET,
  }
  return await world.ask(of.owner, { path: at('/providers', of), body: { ...body, ...more } })
}

beforeAll(async () => {
  const redirects = [main, strict, open, skewed].map(callbackOf)
  provider = await startProvider({ redirects, accounts })
  slow = await startProvider({ redirects, accounts, clockShiftS: -3 * 3600 })
  home = await world.found('acme')
  other = await world.found('abroad')
  await addProvider(main, {})
  await addProvider(open, {
    name: 'Acme open',
    admits: 'everybody',
    domains: ['acme.example'],
    isListed: false,
  })
  await addProvider(strict, {
    name: 'Acme strict',
    trustsEmail: true,
    admits: 'everybody',
    admittedRole: 'guest',
  })
  await addProvider(skewed, { name: 'Acme late', issuer: slow.issuer })
  await addProvider(away, { name: 'Acme away', issuer: 'http://127.0.0.1:9' })
})
afterAll(async () => {
  await Promise.all([provider.close(), slow.close()])
  await world.close()
})

let address = 0
/** A browser at Millrace, with its cookies. */
function openBrowser(start: Caller = {}) {
  const jar = new Map<string, string>()
  const keep = (text: string) => {
    const [pair = ''] = text.split(';')
    const split = pair.indexOf('=')
    if (/max-age=0/i.test(text)) jar.delete(pair.slice(0, split))
    else jar.set(pair.slice(0, split), pair.slice(split + 1))
  }
  if (start.cookie !== undefined) keep(start.cookie)
  const remoteAddress = `10.7.${address++ % 250}.1`
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const go = async (url: string) => {
    const path = url.replace(/^http:\/\/localhost/, '')
    const response = await world.app.inject({ url: path, remoteAddress, headers: { cookie: cookie() } })
    for (const one of [response.headers['set-cookie'] ?? []].flat()) keep(one)
    return response
  }
  return {
    jar,
    go,
    start: async (id: string, search = '') =>
      String((await go(`/api/auth/provider/${id}/start${search}`)).headers.location),
    me: async () => (await go('/api/v1/me')).json<Me>(),
    ask: async (path: string, body?: object) =>
      await world.ask({ cookie: cookie() }, { path, ...(body ? { body } : {}) }),
  }
}
type Me = {
  readonly user: { readonly email: string; readonly provider: string | null } | null
  readonly organisations: readonly {
    readonly id: string
    readonly orgRole: string
    readonly needsProvider: boolean
  }[]
}

/** Signs in by a provider; answers the page that somebody ends at. */
async function comeIn(id: string, login: string, { browser = openBrowser(), search = '' } = {}) {
  const back = await openVisit().signIn(await browser.start(id, search), login)
  if (back === null) throw new Error('the provider sent nobody back')
  const response = await browser.go(back)
  return { browser, page: String(response.headers.location), back }
}

const problemIn = (page: string) => new URL(page, 'http://x').searchParams.get('problem')

test('somebody the organisation has added by address comes in as who they are', async () => {
  const olga = await world.addPerson(home, { email: 'olga@acme.example', orgRole: 'member' })
  const { browser, page } = await comeIn(main, 'olga', { search: '?next=%2Fo%2Facme%2Fmy%3Fview%3Dlist' })
  expect(page).toBe('/o/acme/my?view=list')
  const me = await browser.me()
  expect(me.user).toMatchObject({ email: 'olga@acme.example', provider: 'Acme ID' })
  expect(me.organisations).toMatchObject([{ id: home.id, orgRole: 'member' }])
  const { body } = await browser.ask('/api/v1/me/sessions')
  expect(body['sessions']).toMatchObject([{ door: 'provider', provider: 'Acme ID', isCurrent: true }])
  // Nothing of the attempt is left, and coming again makes nobody new.
  expect([...browser.jar.keys()].some((name) => name.includes('provider'))).toBe(false)
  await comeIn(main, 'olga')
  const people = await world.database.owner.pool.query('select id from person where lower(email) = $1', [
    'olga@acme.example',
  ])
  expect(people.rows).toEqual([{ id: olga.personId }])
})

test('an address that moved on to somebody else does not take with it who had it before', async () => {
  const { browser, page } = await comeIn(main, 'twin')
  expect(problemIn(page)).toBe('identity.provider_identity_other')
  expect((await browser.me()).user).toBeNull()
})

test('a placeholder of that address becomes the person, and somebody new gets in only where all do', async () => {
  const waiting = { id: newId(), name: 'Waiting', email: 'waiting@acme.example', orgRole: 'admin' }
  await world.ask(home.owner, { path: at('/people'), body: waiting })
  const { browser } = await comeIn(main, 'waiting')
  expect((await browser.me()).organisations).toMatchObject([{ orgRole: 'admin', personId: waiting.id }])
  expect(problemIn((await comeIn(main, 'fresh')).page)).toBe('identity.provider_person_unknown')
  const admitted = await comeIn(open, 'fresh')
  expect((await admitted.browser.me()).organisations).toMatchObject([{ orgRole: 'member' }])
  const { body } = await world.ask(home.owner, { path: at('/audit?group=people') })
  expect(JSON.stringify(body)).toContain('Fresh Face')
})

test('who may not come in is told why, and no session is opened', async () => {
  const left = await world.addPerson(home, { email: 'left@acme.example', orgRole: 'member' })
  await world.ask(home.owner, {
    method: 'PATCH',
    path: at(`/people/${left.personId}`),
    body: { patch: { status: 'inactive' } },
  })
  const expected = [
    [main, 'left', 'identity.provider_person_inactive'],
    [open, 'elsewhere', 'identity.provider_domain'],
    [strict, 'unchecked', 'identity.provider_email_unverified'],
    [main, 'silent', 'identity.provider_email_unverified'],
    [strict, 'nameless', 'identity.provider_email_missing'],
    [skewed, 'olga', 'identity.provider_clock'],
  ] as const
  for (const [id, login, problem] of expected) {
    const { browser, page } = await comeIn(id, login)
    expect([login, problemIn(page)]).toEqual([login, problem])
    expect((await browser.me()).user).toBeNull()
  }
  // One that vouches for its addresses need not say so.
  const silent = await comeIn(strict, 'silent')
  expect((await silent.browser.me()).organisations).toMatchObject([{ orgRole: 'guest' }])
})

test('an account that somebody made by themselves is not handed to whoever has its address', async () => {
  const trap = await world.signUp('selfmade@acme.example')
  expect(problemIn((await comeIn(open, 'selfmade')).page)).toBe('identity.provider_account_exists')
  const founder = await comeIn(main, 'boss')
  expect(problemIn(founder.page)).toBe('identity.provider_account_exists')
  // Whoever is signed in with it connects it.
  const browser = openBrowser(home.owner)
  const proofOf = async (who: typeof browser) =>
    String((await who.ask('/api/v1/me/security')).body['connectProof'])
  const searchFor = (proof: string) =>
    `?${new URLSearchParams({ connect: proof, next: '/o/acme/settings/security' }).toString()}`
  const search = searchFor(await proofOf(browser))
  const connected = await comeIn(main, 'boss', { browser, search })
  expect(connected.page).toBe('/o/acme/settings/security')
  const again = await comeIn(main, 'boss')
  expect((await again.browser.me()).organisations).toMatchObject([{ orgRole: 'owner' }])
  // Somebody of no organisation of the provider has nothing to connect with.
  const stranger = openBrowser(trap)
  const strangers = searchFor(await proofOf(stranger))
  expect(problemIn(await stranger.start(main, strangers))).toBe('identity.provider_off')
  // A link on another site has no proof of this session.
  for (const made of ['?connect=', '?connect=yes', strangers])
    expect(problemIn(await browser.start(main, made))).toBe('identity.provider_attempt_void')
  const nobody = await openBrowser().start(main, search)
  expect(problemIn(nobody)).toBe('platform.not_signed_in')
})

test('what a provider opens is its own organisation, and nothing of the account', async () => {
  // Olga belongs to another organisation, too, whose owner has nothing to do with the provider.
  const olga = { id: newId(), name: 'Olga', email: 'olga@acme.example' }
  await world.ask(other.owner, { path: at('/people', other), body: olga })
  const { browser } = await comeIn(main, 'olga')
  expect((await browser.me()).organisations.map(({ id }) => id)).toEqual([home.id])
  expect((await browser.ask(at('/tokens', other))).status).toBe(404)
  expect((await browser.ask(at('/tokens'))).status).toBe(200)
  const own = openBrowser(await world.signIn('olga@acme.example'))
  expect((await own.me()).organisations).toHaveLength(2)
  for (const [path, body] of [
    ['/api/auth/change-password', { currentPassword: PASSWORD, newPassword: 'another long one' }],
    ['/api/auth/two-factor/enable', { password: PASSWORD }],
    ['/api/v1/organisations', { id: newId(), slug: 'olgas', name: 'Olgas' }],
  ] as const) {
    expect((await browser.ask(path, body)).body['code']).toBe('identity.provider_session')
  }
  expect((await browser.ask('/api/auth/passkey/generate-register-options')).body['code']).toBe(
    'identity.provider_session',
  )
  // It sees and ends what came by this organisation alone.
  const { body } = await browser.ask('/api/v1/me/sessions')
  expect((body['sessions'] as readonly { door: string }[]).every(({ door }) => door === 'provider')).toBe(
    true,
  )
  await browser.ask('/api/v1/me/sessions/end-others', {})
  expect((await own.me()).user).not.toBeNull()
})

test('an attempt ends in the browser, for the provider and with the code that it began with', async () => {
  const isVoid = 'identity.provider_attempt_void'
  const [mine, theirs] = [openBrowser(), openBrowser()]
  const back = await openVisit().signIn(await mine.start(main), 'olga')
  expect(problemIn(String((await theirs.go(back ?? '')).headers.location))).toBe(isVoid)
  // Another provider's way back.
  const elsewhere = (back ?? '').replace(main, open)
  expect(problemIn(String((await mine.go(elsewhere)).headers.location))).toBe(isVoid)
  // A code that was meant for another attempt of the same browser.
  const first = new URL((await openVisit().signIn(await mine.start(main), 'olga')) ?? '')
  const second = new URL((await openVisit().signIn(await mine.start(main), 'boss')) ?? '')
  first.searchParams.set('code', second.searchParams.get('code') ?? '')
  expect(problemIn(String((await mine.go(first.href)).headers.location))).toBe(isVoid)
  for (const search of ['', '?state=x', '?code=a&state=abcdefghijklmnopqrstuvwxyz', '?error=access_denied']) {
    const { headers } = await openBrowser().go(`/api/auth/provider/${main}/callback${search}`)
    expect(problemIn(String(headers.location))).toBe(isVoid)
  }
  // It is used up: the same address brings nobody in twice.
  const once = await comeIn(main, 'olga')
  expect(problemIn(String((await once.browser.go(once.back)).headers.location))).toBe(isVoid)
})

test('signing in leads to pages of ours alone', async () => {
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/api/v1/me',
  ]) {
    const { page } = await comeIn(main, 'olga', { search: `?next=${encodeURIComponent(next)}` })
    expect([next, page]).toEqual([next, '/'])
  }
  const refused = await comeIn(open, 'elsewhere', { search: '?next=https%3A%2F%2Fevil.example' })
  expect(refused.page).toBe('/sign-in?problem=identity.provider_domain')
})

test('a provider that is away, or somewhere else, or asks for another secret is told apart', async () => {
  const testOf = async (id: string) =>
    await world.ask(home.owner, { path: `/api/v1/organisations/${home.id}/providers/${id}/test`, body: {} })
  const patch = async (id: string, body: object) =>
    await world.ask(home.owner, { method: 'PATCH', path: at(`/providers/${id}`), body: { patch: body } })
  expect((await testOf(main)).body).toEqual({
    issuer: 'ok',
    secret: 'ok',
    redirect: 'ok',
    callback: callbackOf(main),
  })
  expect((await testOf(away)).body['code']).toBe('identity.provider_unreachable')
  expect(problemIn(await openBrowser().start(away))).toBe('identity.provider_unreachable')
  await patch(away, { issuer: `${provider.issuer}/tenant` })
  expect((await testOf(away)).body['code']).toBe('identity.provider_issuer_wrong')
  // There, with the right secret, but it does not know this address to come back to.
  await patch(away, { issuer: provider.issuer })
  expect((await testOf(away)).body['code']).toBe('identity.provider_redirect_wrong')
  await patch(strict, { clientSecret: 'not this one' })
  expect((await testOf(strict)).body['code']).toBe('identity.provider_secret_wrong')
  expect(problemIn((await comeIn(strict, 'silent')).page)).toBe('identity.provider_secret_wrong')
  await patch(strict, { clientId: 'unknown', clientSecret: CLIENT_SECRET })
  expect((await testOf(strict)).body['code']).toBe('identity.provider_redirect_wrong')
  expect((await patch(strict, { issuer: 'http://sso.acme.example' })).body['code']).toBe(
    'identity.provider_address_insecure',
  )
})

test('what is no domain is refused in words', async () => {
  for (const domain of ['not a domain', 'acme', '@acme.example', 'acme..example', '*.acme.example']) {
    const { body } = await addProvider(newId(), { domains: [domain] })
    expect([domain, body['code']]).toEqual([domain, 'identity.provider_domain_wrong'])
  }
})

test('owners alone say who signs people in, administrators look and test, others see nothing of it', async () => {
  const admin = await world.addPerson(home, { email: 'admin@acme.example', orgRole: 'admin' })
  const member = await world.addPerson(home, { email: 'member@acme.example', orgRole: 'member' })
  const list = await world.ask(admin, { path: at('/providers') })
  expect(JSON.stringify(list.body)).not.toContain(CLIENT_SECRET)
  expect(list.body['providers']).toMatchObject([
    { id: main, hasSecret: true, callback: `/api/auth/provider/${main}/callback` },
    {},
    {},
    {},
    {},
  ])
  const asAdmin = await world.ask(admin, { method: 'DELETE', path: at(`/providers/${main}`) })
  expect(asAdmin.body['code']).toBe('identity.owner_only')
  expect((await world.ask(member, { path: at('/providers') })).status).toBe(403)
  const testAs = async (who: Caller, id = home.id) =>
    (await world.ask(who, { path: `/api/v1/organisations/${id}/providers/${main}/test`, body: {} })).status
  expect(await testAs(admin)).toBe(200)
  expect(await testAs(member)).toBe(403)
  expect(await testAs(other.owner)).toBe(404)
  expect(await testAs(other.owner, other.id)).toBe(404)
  expect(await testAs({})).toBe(401)
  const foreign = await world.ask(other.owner, {
    method: 'PATCH',
    path: at(`/providers/${main}`, other),
    body: { patch: { issuer: 'https://evil.example' } },
  })
  expect(foreign.status).toBe(404)
  const { rows } = await world.database.owner.pool.query<{ client_secret: string }>(
    'select client_secret from auth_provider where id = $1',
    [main],
  )
  expect(rows[0]?.client_secret).not.toContain('secret of Millrace')
})

test('the sign-in page shows what is listed, and all of an organisation that is named', async () => {
  const doors = async (search = '') =>
    (
      (await world.ask({}, { path: `/api/v1/doors${search}` })).body['doors'] as readonly { name: string }[]
    ).map(({ name }) => name)
  expect(await doors()).toEqual(['Acme ID', 'Acme away', 'Acme late', 'Acme strict'])
  expect(await doors('?organisation=acme')).toContain('Acme open')
  expect(await doors('?organisation=abroad')).toEqual([])
})

test('without passwords only the provider lets people in, and owners by their password all the same', async () => {
  const setting = async (isProviderRequired: boolean, who: Caller = home.owner) =>
    await world.ask(who, {
      method: 'PATCH',
      path: at('/organisation'),
      body: { patch: { isProviderRequired } },
    })
  const abroad = await world.ask(other.owner, {
    method: 'PATCH',
    path: at('/organisation', other),
    body: { patch: { isProviderRequired: true } },
  })
  expect(abroad.body['code']).toBe('identity.provider_none')
  expect((await setting(true)).status).toBe(200)
  const byPassword = openBrowser(await world.signIn('olga@acme.example'))
  expect((await byPassword.ask(at('/tokens'))).body['code']).toBe('identity.provider_needed')
  expect((await byPassword.me()).organisations.find(({ id }) => id === home.id)?.needsProvider).toBe(true)
  const { browser } = await comeIn(main, 'olga')
  expect((await browser.ask(at('/tokens'))).status).toBe(200)
  const owner = openBrowser(await world.signIn('owner@acme.example'))
  expect((await owner.ask(at('/tokens'))).status).toBe(200)
  await setting(false)
})

test('a second factor is asked of who comes by a provider, unless the provider asks for one', async () => {
  const owner = world.database.owner.pool
  await owner.query('update organisation set second_factor_required = true where id = $1', [home.id])
  const { browser } = await comeIn(main, 'olga')
  expect((await browser.ask(at('/tokens'))).body['code']).toBe('identity.second_factor_needed')
  await owner.query('update auth_provider set proves_factor = true where id = $1', [main])
  expect((await browser.ask(at('/tokens'))).status).toBe(200)
  await owner.query('update organisation set second_factor_required = false where id = $1', [home.id])
})

test('switched off, it ends what it opened; another issuer knows nobody', async () => {
  const { browser } = await comeIn(main, 'olga')
  const patch = (body: object) =>
    world.ask(home.owner, { method: 'PATCH', path: at(`/providers/${main}`), body: { patch: body } })
  await patch({ isEnabled: false })
  expect((await browser.me()).user).toBeNull()
  expect(problemIn(await openBrowser().start(main))).toBe('identity.provider_off')
  await patch({ isEnabled: true, issuer: slow.issuer })
  const { rows } = await world.database.owner.pool.query(
    'select id from auth_account where provider_id = $1',
    [main],
  )
  expect(rows).toEqual([])
  expect((await world.ask(home.owner, { method: 'DELETE', path: at(`/providers/${main}`) })).status).toBe(200)
  const { body } = await world.ask(home.owner, { path: at('/audit?group=settings') })
  expect(JSON.stringify(body)).toContain('identity.provider_removed')
})
