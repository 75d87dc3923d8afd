import { afterAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { resetPassword } from './index.ts'
import { createIdentityWorld, type Home, PASSWORD } from './testing/identity-world.ts'
import { totpOf } from './testing/totp.ts'

const world = await createIdentityWorld()
afterAll(() => world.close())
const behind = world.database.owner.pool

let number = 0
let home: Home
let email: string
beforeEach(async () => {
  home = await world.found(`factor${number++}`)
  email = `owner@${home.slug}.example`
})

type Json = Readonly<Record<string, unknown>>

let address = 0
/** A browser with its cookies. */
function openBrowser(start?: string) {
  const jar = new Map<string, string>()
  const keep = (text: string) => {
    const [pair = ''] = text.split(';')
    const at = pair.indexOf('=')
    jar.set(pair.slice(0, at), /max-age=0/i.test(text) ? '' : pair.slice(at + 1))
  }
  if (start !== undefined) keep(start)
  const remoteAddress = `10.3.${address++ % 250}.1`
  return {
    jar,
    ask: async (path: string, body?: Json, method?: 'DELETE' | 'PATCH') => {
      const response = await world.app.inject({
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        url: path,
        remoteAddress,
        headers: {
          origin: 'http://localhost',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(body === undefined ? {} : { payload: body }),
      })
      for (const cookie of [response.headers['set-cookie'] ?? []].flat()) keep(cookie)
      const answer: Json = response.body === '' ? {} : response.json()
      return { status: response.statusCode, body: answer }
    },
  }
}
type Browser = ReturnType<typeof openBrowser>

const signIn = (browser: Browser, password = PASSWORD) =>
  browser.ask('/api/auth/sign-in/email', { email, password })
const confirm = (browser: Browser, code: string) => browser.ask('/api/auth/two-factor/verify-totp', { code })
const isIn = async (browser: Browser) => (await browser.ask('/api/v1/me')).body['user'] !== null

/** Sets a second factor up; answers the app's address and the recovery codes. */
async function setUp() {
  const browser = openBrowser(home.owner.cookie)
  const begun = await browser.ask('/api/auth/two-factor/enable', { password: PASSWORD })
  const uri = String(begun.body['totpURI'])
  expect((await confirm(browser, totpOf(uri, Date.now()))).status).toBe(200)
  return { browser, uri, codes: begun.body['backupCodes'] as readonly string[] } // Ten texts, as tested below.
}

/** The code the app shows next, which holds already: the one of now was used to set it up. */
const nextCode = (uri: string) => totpOf(uri, Date.now() + 30_000)

/** A code that the app does not show now, nor just before or after. */
function wrongCode(uri: string): string {
  const near = [-30_000, 0, 30_000].map((gap) => totpOf(uri, Date.now() + gap))
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? ''
}

test('after the password a code is asked for, and nobody is in before', async () => {
  const { uri, browser } = await setUp()
  expect((await browser.ask('/api/v1/me/security')).body).toEqual({
    secondFactor: 'on',
    passkeys: [],
    connections: [],
    connectProof: expect.any(String),
  })
  const other = openBrowser()
  const answer = await signIn(other)
  expect(answer).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
  expect(await isIn(other)).toBe(false)
  expect(await confirm(other, wrongCode(uri))).toMatchObject({
    status: 422,
    body: { code: 'identity.code_wrong' },
  })
  expect(await isIn(other)).toBe(false)
  const right = await confirm(other, nextCode(uri))
  expect(right.status).toBe(200)
  expect(right.body).toEqual({ user: { id: expect.any(String), name: 'owner', email } })
  expect(await isIn(other)).toBe(true)
})

test('a code lets in once, whoever saw it', async () => {
  const { uri } = await setUp()
  const enter = async (code: string) => {
    const other = openBrowser()
    await signIn(other)
    const answer = await confirm(other, code)
    return { code: answer.body['code'], isIn: await isIn(other) }
  }
  const setUpWith = totpOf(uri, Date.now())
  const code = nextCode(uri)
  expect(await enter(code)).toEqual({ code: undefined, isIn: true })
  expect(await enter(code)).toEqual({ code: 'identity.code_used', isIn: false })
  expect((await enter(setUpWith)).isIn).toBe(false)
  // Two who come at once with the same code: one of them is in.
  const [first, second] = [openBrowser(), openBrowser()]
  await Promise.all([signIn(first), signIn(second)])
  await behind.query('delete from auth_used_code')
  // A code holds for some windows of 30 seconds: on a busy machine the one from above may be over.
  const fresh = nextCode(uri)
  await Promise.all([confirm(first, fresh), confirm(second, fresh)])
  expect([await isIn(first), await isIn(second)].filter(Boolean)).toHaveLength(1)
})

test('a factor that was not confirmed asks nobody for anything', async () => {
  const browser = openBrowser(home.owner.cookie)
  const begun = await browser.ask('/api/auth/two-factor/enable', { password: PASSWORD })
  expect((await confirm(browser, wrongCode(String(begun.body['totpURI'])))).status).toBe(422)
  expect((await browser.ask('/api/v1/me/security')).body['secondFactor']).toBe('off')
  const other = openBrowser()
  await signIn(other)
  expect(await isIn(other)).toBe(true)
})

test('setting up, renewing codes and switching off ask for the password', async () => {
  const wrong = { password: 'not the password' }
  const before = openBrowser(home.owner.cookie)
  expect((await before.ask('/api/auth/two-factor/enable', wrong)).body['code']).toBe(
    'identity.password_wrong',
  )
  expect((await openBrowser().ask('/api/auth/two-factor/enable', { password: PASSWORD })).status).toBe(401)
  const { browser } = await setUp()
  for (const path of ['generate-backup-codes', 'disable'])
    expect((await browser.ask(`/api/auth/two-factor/${path}`, wrong)).body['code']).toBe(
      'identity.password_wrong',
    )
  expect((await browser.ask('/api/auth/two-factor/disable', { password: PASSWORD })).status).toBe(200)
  const other = openBrowser()
  await signIn(other)
  expect(await isIn(other)).toBe(true)
})

test('a recovery code lets in once, and renewed codes end those before', async () => {
  const { browser, codes } = await setUp()
  expect(codes).toHaveLength(10)
  const recover = async (code: string) => {
    const other = openBrowser()
    await signIn(other)
    await other.ask('/api/auth/two-factor/verify-backup-code', { code })
    return await isIn(other)
  }
  expect(await recover(codes[0] ?? '')).toBe(true)
  expect(await recover(codes[0] ?? '')).toBe(false)
  const renewed = await browser.ask('/api/auth/two-factor/generate-backup-codes', { password: PASSWORD })
  expect(await recover(codes[1] ?? '')).toBe(false)
  expect(await recover((renewed.body['backupCodes'] as readonly string[])[1] ?? '')).toBe(true) // As above.
})

test('guessing codes ends the sign-in, and soon locks the factor for everybody who tries', async () => {
  const { uri } = await setUp()
  const guess = async () => {
    const other = openBrowser()
    await signIn(other)
    const codes: unknown[] = []
    for (let count = 0; count < 6; count++) codes.push((await confirm(other, wrongCode(uri))).body['code'])
    return codes
  }
  expect((await guess()).at(-1)).toBe('identity.code_again')
  await guess()
  const late = openBrowser()
  await signIn(late)
  expect((await confirm(late, nextCode(uri))).status).toBe(429)
  expect(await isIn(late)).toBe(false)
})

test('no secret of the factor stands in the table as it is', async () => {
  const { uri, codes } = await setUp()
  const { rows } = await behind.query('select * from auth_two_factor')
  expect(JSON.stringify(rows)).not.toContain(new URL(uri).searchParams.get('secret'))
  expect(JSON.stringify(rows)).not.toContain(codes[0])
})

test('an organisation that asks for a second factor lets nobody in without one', async () => {
  const at = (path: string) => `/api/v1/o/${home.id}${path}`
  const patch = { patch: { isSecondFactorRequired: true } }
  const ask = (browser: Browser) => browser.ask(at('/organisation'), patch, 'PATCH')
  expect((await ask(openBrowser(home.owner.cookie))).body['code']).toBe('identity.second_factor_off')
  const { browser } = await setUp()
  const member = await world.addPerson(
    { ...home, owner: { cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ') } },
    { email: `tom@${home.slug}.example`, orgRole: 'member' },
  )
  const tom = openBrowser(member.cookie)
  const token = await tom.ask(at('/tokens'), { id: newId(), name: 'Robot', scopes: ['read'] })
  expect((await ask(tom)).status).toBe(403)
  expect((await ask(browser)).status).toBe(200)

  expect(await tom.ask(at('/permissions'))).toMatchObject({
    status: 403,
    body: { code: 'identity.second_factor_needed' },
  })
  expect((await tom.ask('/api/v1/me')).body['organisations']).toMatchObject([{ lacksSecondFactor: true }])
  const robot = { authorization: `Bearer ${String(token.body['secret'])}` }
  expect((await world.ask(robot, { path: at('/permissions') })).status).toBe(403)
  expect((await browser.ask(at('/permissions'))).status).toBe(200)

  const begun = await tom.ask('/api/auth/two-factor/enable', { password: PASSWORD })
  await confirm(tom, totpOf(String(begun.body['totpURI']), Date.now()))
  expect((await tom.ask(at('/permissions'))).status).toBe(200)
  expect((await world.ask(robot, { path: at('/permissions') })).status).toBe(200)
})

test('whoever has lost telephone and codes is let in again by who runs the installation', async () => {
  await setUp()
  await resetPassword(world.database.db, email, { password: 'another long password', dropsFactors: true })
  const other = openBrowser()
  await signIn(other, 'another long password')
  expect(await isIn(other)).toBe(true)
  const kept = await inTransaction(world.database.db, null, (tx) =>
    tx.query({
      text: 'select 1 from auth_two_factor t join auth_user u on u.id = t.user_id where u.email = $1',
      values: [email],
    }),
  )
  expect(kept).toEqual([])
})

test('one is signed out everywhere else, and only oneself', async () => {
  const [here, there] = [openBrowser(), openBrowser()]
  await signIn(here)
  await signIn(there)
  const stranger = await world.found(`stranger${number++}`)
  expect((await here.ask('/api/v1/me/sessions/end-others', {})).status).toBe(200)
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  expect(await isIn(openBrowser(stranger.owner.cookie))).toBe(true)
})

test('a made-up passkey opens nothing, and one of somebody else is not there', async () => {
  const browser = openBrowser()
  const options = await browser.ask('/api/auth/passkey/generate-authenticate-options')
  expect(options.body).toMatchObject({ rpId: 'localhost', challenge: expect.any(String) })
  const response = { id: 'made-up', rawId: 'made-up', type: 'public-key', response: {} }
  expect((await browser.ask('/api/auth/passkey/verify-authentication', { response })).body['code']).toBe(
    'identity.passkey_failed',
  )
  expect((await browser.ask('/api/auth/passkey/generate-register-options')).status).toBe(401)
  const owner = openBrowser(home.owner.cookie)
  await owner.ask('/api/auth/passkey/generate-register-options')
  expect(
    (await owner.ask('/api/auth/passkey/verify-registration', { response, name: 'x' })).body['code'],
  ).toBe('identity.passkey_failed')
  await behind.query(
    `insert into auth_passkey (id, user_id, name, credential_id, public_key, counter, device_type, backed_up, created_at)
     select $1, u.id, 'Hers', $1, 'key', 0, 'singleDevice', false, now() from auth_user u where u.email = $2`,
    [`key-${number}`, email],
  )
  const stranger = await world.found(`stranger${number++}`)
  const remove = (who: Browser) => who.ask(`/api/v1/me/passkeys/key-${number - 1}`, undefined, 'DELETE')
  expect((await remove(openBrowser(stranger.owner.cookie))).status).toBe(404)
  expect((await remove(owner)).status).toBe(200)
  expect((await remove(owner)).status).toBe(404)
})
