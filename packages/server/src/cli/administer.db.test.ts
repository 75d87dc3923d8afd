import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '../platform/db/connect.ts'
import { createEmptyDatabase } from '../platform/testing/database.ts'
import { startSmtpReceiver } from '../platform/testing/smtp-receiver.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
const database = await createEmptyDatabase()
afterAll(async () => {
  await processes.close()
  await database.drop()
})
const env = { DATABASE_URL: database.url, DATA_DIR: processes.folder }
const run = (...args: readonly string[]) => processes.run(args, env)
const olga = 'olga@example.org'

async function ask<Row extends object>(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return await withConnection(
    database.url,
    async (client) => (await client.query<Row>(text, [...values])).rows,
  )
}

beforeAll(async () => {
  await run('migrate')
  await run('user', 'add', olga)
}, 60_000)

/** Gives Olga a second factor, a passkey and a session. */
async function giveFactors() {
  await ask(`
with u as (update auth_user set two_factor_enabled = true where email = '${olga}' returning id),
  f as (insert into auth_two_factor (id, user_id, secret, backup_codes) select 'f', id, 'x', 'x' from u on conflict do nothing),
  s as (insert into auth_session (id, token, user_id, expires_at, created_at, updated_at)
    select 's', 't', id, now() + interval '1 day', now(), now() from u on conflict do nothing)
insert into auth_passkey (id, user_id, credential_id, public_key, counter, device_type, backed_up)
select 'k', id, 'c', 'p', 0, 'singleDevice', false from u on conflict do nothing`)
}

async function lookAt() {
  const [row] = await ask<{
    factor: boolean
    factors: number
    keys: number
    sessions: number
    password: string
  }>(
    `select u.two_factor_enabled as factor, a.password,
       (select count(*)::int from auth_two_factor f where f.user_id = u.id) as factors,
       (select count(*)::int from auth_passkey k where k.user_id = u.id) as keys,
       (select count(*)::int from auth_session s where s.user_id = u.id) as sessions
     from auth_user u join auth_account a on a.user_id = u.id and a.provider_id = 'credential'
     where u.email = $1`,
    [olga],
  )
  return row
}

test('a new password signs out; the second factor and passkeys go only if they are to', {
  timeout: 60_000,
}, async () => {
  await giveFactors()
  const before = await lookAt()
  const plain = await run('user', 'password', olga)
  expect(plain.output).toMatch(
    /^olga@example\.org has a new password\.\nPassword, shown only now: [\da-f-]{20,}$/m,
  )
  const kept = await lookAt()
  expect(kept).toMatchObject({ factor: true, factors: 1, keys: 1, sessions: 0 })
  expect(kept?.password).not.toBe(before?.password)
  await giveFactors()
  expect((await run('user', 'password', olga, '--drop-factors')).code).toBe(0)
  expect(await lookAt()).toMatchObject({ factor: false, factors: 0, keys: 0, sessions: 0 })
  const nobody = await run('user', 'password', 'nobody@example.org', '--drop-factors')
  expect(nobody).toMatchObject({ code: 1, complaint: expect.stringContaining('nobody@example.org') })
})

test('who comes by a provider alone gets a password of their own when it is needed', {
  timeout: 60_000,
}, async () => {
  await ask(`delete from auth_account where user_id in (select id from auth_user where email = $1)`, [olga])
  expect((await run('user', 'password', olga)).code).toBe(0)
  expect((await lookAt())?.password).toMatch(/^[\da-f]+:[\da-f]+$/)
})

test('doctor connects to the mail server and says what it finds', { timeout: 60_000 }, async () => {
  const receiver = await startSmtpReceiver()
  const mail = (url: string) => ({
    SMTP_URL: url,
    MAIL_FROM: 'mill@example.org',
    PUBLIC_URL: 'https://mill.example.org',
  })
  const good = await processes.run(['doctor'], { ...env, ...mail(receiver.url) })
  expect(good.output).toMatch(/^ok {6}mail {12}127\.0\.0\.1:\d+ takes mail from mill@example\.org$/m)
  await receiver.close()
  const bad = await processes.run(['doctor'], { ...env, ...mail(receiver.url) })
  expect(bad.output).toMatch(/^FAILED {2}mail {12}the mail server did not take it: .*Look at SMTP_URL\.$/m)
  expect(bad.code).toBe(1)
  const none = await run('doctor')
  expect(none.output).toMatch(/^ok {6}mail {12}none is sent/m)
})

test('a provider is set, changed, told and removed from the terminal', { timeout: 60_000 }, async () => {
  await ask(
    `with o as (insert into organisation (id, slug, name, created_at) values (gen_random_uuid(), 'acme', 'Acme', now()) returning id) insert into journal_head (organisation_id) select id from o`,
  )
  const at = ['--organisation', 'acme']
  const set = (...more: readonly string[]) => run('provider', 'set', 'Acme ID', ...at, ...more)
  const made = await set(
    '--issuer',
    'https://sso.acme.example',
    '--client-id',
    'mill',
    '--domains',
    'acme.example',
  )
  expect(made.complaint).toBe('')
  expect(made.output).toMatch(/\/api\/auth\/provider\/[\da-f-]{36}\/callback$/m)
  expect((await set('--admit', 'everybody', '--required', 'yes')).code).toBe(0)
  const [row] = await ask(
    'select p.domains, p.admits, o.provider_required from auth_provider p, organisation o',
  )
  expect(row).toEqual({ domains: ['acme.example'], admits: 'everybody', provider_required: true })
  expect((await run('provider', 'list', ...at)).output).toMatch(
    /^Acme ID {2}on {2}https:\/\/sso\.acme\.example/,
  )
  expect((await run('provider', 'remove', 'Acme ID', ...at)).complaint).toContain('this is the last one')
  await set('--required', 'no')
  expect((await run('provider', 'remove', 'Acme ID', ...at)).code).toBe(0)
  expect((await run('provider', 'list', ...at)).output).toContain('acme has none.')
  expect((await set('--issuer', 'http://sso.acme.example', '--client-id', 'mill')).complaint).toContain(
    'https',
  )
  expect((await set('--admit', 'somebody')).code).toBe(2)
})
