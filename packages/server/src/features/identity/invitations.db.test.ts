import { afterAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { type Job, startWorker } from '../../platform/jobs/index.ts'
import { readEventsAfter } from '../../platform/journal/index.ts'
import { createMailer } from '../../platform/mail/index.ts'
import { startSmtpReceiver } from '../../platform/testing/smtp-receiver.ts'
import { letIntoContainers } from '../work/index.ts'
import { createInvitationJobs } from './index.ts'
import { createContainerMaker } from './testing/containers.ts'
import { type Caller, createIdentityWorld, type Home, PASSWORD } from './testing/identity-world.ts'

const world = await createIdentityWorld({ signUp: 'closed', canMail: true, letIn: letIntoContainers })
const mute = await createIdentityWorld({ signUp: 'closed', database: world.database })
const containers = createContainerMaker(world.database)
const post = await startSmtpReceiver()
const mailer = createMailer({ url: post.url, from: 'Millrace <mill@example.org>' })
const faults: (Job | null)[] = []
const worker = startWorker({
  db: world.database.db,
  handlers: createInvitationJobs({ db: world.database.db, mailer, publicUrl: 'https://mill.example' }),
  onFault: (_error, job) => faults.push(job),
})
afterAll(async () => {
  await worker.stop()
  mailer.close()
  await post.close()
  await mute.close()
  await world.close()
})

const behind = world.database.owner.pool
let number = 0
let home: Home
let other: Home
beforeEach(async () => {
  home = await world.found(`inviting${number}`)
  other = await world.found(`elsewhere${number++}`)
})

const at = (path: string, of = home) => `/api/v1/o/${of.id}${path}`
const mail = (name: string) => `${name}@${home.slug}.example`

async function invite(who: Caller, input: Readonly<Record<string, unknown>>, of = home) {
  const id = newId()
  const answer = await world.ask(who, { path: at('/invitations', of), body: { id, ...input } })
  return { id, ...answer, secret: String(answer.body['secret']), code: answer.body['code'] }
}

let address = 0
/** Everybody comes from an address of their own, so that no limit is met by chance. */
async function come(who: Caller, secret: string, more: Readonly<Record<string, unknown>> = {}, of = home) {
  return await world.ask(who, {
    path: '/api/v1/invitations/accept',
    body: { organisationId: of.id, secret, ...more },
    address: `10.2.${Math.floor(address / 250)}.${address++ % 250}`,
  })
}

const account = { name: 'Nadia Haddad', password: 'a password of her own' }

async function people(of = home) {
  const { rows } = await behind.query<{ name: string; email: string; org_role: string; status: string }>(
    'select name, email, org_role, status from person where organisation_id = $1 order by created_at, id',
    [of.id],
  )
  return rows
}

test('whoever opens the link of an invitation gets an account and belongs, though sign-up is closed', async () => {
  const { secret, body } = await invite(home.owner, { email: mail('Nadia'), orgRole: 'member' })
  expect(body).toMatchObject({ email: mail('nadia'), state: 'open', mail: 'none', orgRole: 'member' })
  const seen = await world.ask(
    {},
    {
      path: '/api/v1/invitations/open',
      body: { organisationId: home.id, secret },
    },
  )
  expect(seen.body).toMatchObject({
    organisation: { slug: home.slug },
    email: mail('nadia'),
    orgRole: 'member',
    invitedBy: 'owner',
  })
  expect(await come({}, secret, { account })).toMatchObject({ status: 200, body: { slug: home.slug } })
  const nadia = await world.signIn(mail('nadia'), account.password)
  expect((await world.ask(nadia, { path: at('/permissions') })).status).toBe(200)
  expect((await people()).at(-1)).toMatchObject({
    name: 'Nadia Haddad',
    org_role: 'member',
    status: 'active',
  })
  // The link holds once.
  expect(await come({}, secret, { account })).toMatchObject({
    status: 404,
    body: { code: 'identity.invitation_void' },
  })
})

test('whoever has an account comes in with it, also under another address', async () => {
  const { secret } = await invite(home.owner, { email: mail('sales'), orgRole: 'admin' })
  expect(await come(other.owner, secret)).toMatchObject({ status: 200 })
  expect((await world.ask(other.owner, { path: at('/permissions') })).status).toBe(200)
  expect((await people()).at(-1)).toMatchObject({
    email: `owner@${other.slug}.example`,
    org_role: 'admin',
  })
})

test('the account of an invited address is not taken over by who has the link', async () => {
  const email = `owner@${other.slug}.example`
  const { secret } = await invite(home.owner, { email })
  expect(await come({}, secret, { account })).toMatchObject({
    status: 409,
    body: { code: 'identity.invitation_sign_in' },
  })
  await world.signIn(email, PASSWORD)
  expect(await come(other.owner, secret)).toMatchObject({ status: 200 })
})

test('without an account or a wish for one nobody comes in', async () => {
  const { secret } = await invite(home.owner, { email: mail('nadia') })
  expect((await come({}, secret)).body['code']).toBe('platform.not_signed_in')
  expect((await come({}, secret, { account: { ...account, password: 'short' } })).status).toBe(400)
})

test('the placeholder that an administrator invites becomes whoever comes', async () => {
  const id = newId()
  const named = { id, name: 'N. Haddad', email: mail('nadia'), orgRole: 'guest' }
  await world.ask(home.owner, { path: at('/people'), body: named })
  const { secret } = await invite(home.owner, { email: mail('nadia'), orgRole: 'member' })
  expect(await come({}, secret, { account })).toMatchObject({ status: 200, body: { personId: id } })
  expect((await people()).at(-1)).toMatchObject({
    name: 'Nadia Haddad',
    org_role: 'member',
    status: 'active',
  })
})

test('a manager invites guests into what they manage, and nothing more', async () => {
  const tom = await world.addPerson(home, { email: mail('tom'), orgRole: 'member' })
  const [mine, theirs] = [await containers.add(home.id, 'private'), await containers.add(home.id, 'private')]
  await containers.grant(home.id, { containerId: mine, role: 'manager', personId: tom.personId })
  const into = (containerId: string, orgRole = 'guest') =>
    invite(tom, { email: mail('guest'), orgRole, containers: [{ containerId, role: 'viewer' }] })
  expect((await into(theirs)).code).toBe('platform.not_found')
  expect((await into(newId())).code).toBe('platform.not_found')
  expect((await into(mine, 'member')).code).toBe('identity.invitation_guest_only')
  expect((await invite(tom, { email: mail('guest'), orgRole: 'guest' })).code).toBe('platform.not_allowed')
  const { status, secret } = await into(mine)
  expect(status).toBe(200)
  const { body } = await come({}, secret, { account })
  const { rows } = await behind.query('select container_id, role from container_grant where person_id = $1', [
    body['personId'],
  ])
  expect(rows).toEqual([{ container_id: mine, role: 'viewer' }])
})

test('who invites does not take over a placeholder unless they run the organisation', async () => {
  const tom = await world.addPerson(home, { email: mail('tom'), orgRole: 'member' })
  const mine = await containers.add(home.id, 'private')
  await containers.grant(home.id, { containerId: mine, role: 'manager', personId: tom.personId })
  const named = { id: newId(), name: 'N. Haddad', email: mail('nadia'), orgRole: 'admin' }
  await world.ask(home.owner, { path: at('/people'), body: named })
  const places = [{ containerId: mine, role: 'viewer' }]
  const { secret } = await invite(tom, { email: mail('nadia'), orgRole: 'guest', containers: places })
  expect((await come({}, secret, { account })).body['code']).toBe('identity.invitation_known')
})

test('an invitation lets somebody who belongs already into more, and takes nothing away', async () => {
  const tom = await world.addPerson(home, { email: mail('tom'), orgRole: 'member' })
  const [high, low] = [await containers.add(home.id, 'private'), await containers.add(home.id, 'private')]
  await containers.grant(home.id, { containerId: high, role: 'manager', personId: tom.personId })
  const places = [high, low].map((containerId) => ({ containerId, role: 'commenter' }))
  const { secret } = await invite(home.owner, { email: mail('x'), orgRole: 'guest', containers: places })
  expect(await come(tom, secret)).toMatchObject({ status: 200, body: { personId: tom.personId } })
  const { rows } = await behind.query('select container_id, role from container_grant where person_id = $1', [
    tom.personId,
  ])
  expect(new Map(rows.map((row) => [row.container_id, row.role]))).toEqual(
    new Map([
      [high, 'manager'],
      [low, 'commenter'],
    ]),
  )
  expect((await people()).find(({ email }) => email === mail('tom'))?.org_role).toBe('member')
})

test('an administrator invites no owner, and nobody whom they know', async () => {
  const admin = await world.addPerson(home, { email: mail('admin'), orgRole: 'admin' })
  expect((await invite(admin, { email: mail('x'), orgRole: 'owner' })).code).toBe('identity.owner_only')
  expect((await invite(admin, { email: mail('Admin') })).code).toBe('identity.email_taken')
})

test('an invitation is worth what its maker may do when it is accepted', async () => {
  const admin = await world.addPerson(home, { email: mail('admin'), orgRole: 'admin' })
  const { secret } = await invite(admin, { email: mail('nadia'), orgRole: 'admin' })
  const change = (patch: object) =>
    world.ask(home.owner, { method: 'PATCH', path: at(`/people/${admin.personId}`), body: { patch } })
  await change({ orgRole: 'member' })
  expect((await come({}, secret, { account })).body['code']).toBe('identity.invitation_void')
  await change({ orgRole: 'admin', status: 'inactive' })
  expect((await come({}, secret, { account })).body['code']).toBe('identity.invitation_void')
  await change({ status: 'active' })
  expect((await come({}, secret, { account })).status).toBe(200)
})

test('a person who was made inactive does not come back by an invitation', async () => {
  const tom = await world.addPerson(home, { email: mail('tom'), orgRole: 'member' })
  await world.ask(other.owner, {
    path: at('/people', other),
    body: { id: newId(), name: 'Tom', email: mail('tom') },
  })
  const { secret } = await invite(home.owner, { email: mail('t'), orgRole: 'member' })
  await world.ask(home.owner, {
    method: 'PATCH',
    path: at(`/people/${tom.personId}`),
    body: { patch: { status: 'inactive' } },
  })
  expect((await come(tom, secret)).body['code']).toBe('identity.invitation_known')
})

test('invitations are listed, renewed and taken back, and old links end', async () => {
  const first = await invite(home.owner, { email: mail('nadia') })
  const second = await invite(home.owner, { email: mail('omar') })
  const list = async (query = '') =>
    (await world.ask(home.owner, { path: at(`/invitations${query}`) })).body as {
      readonly invitations: readonly { readonly id: string; readonly state: string }[]
      readonly next: string | null
    }
  const all = await list()
  expect(all.invitations.map(({ id }) => id)).toEqual([second.id, first.id])
  expect(JSON.stringify(all)).not.toContain(first.secret)
  const page = await list('?limit=1')
  expect((await list(`?limit=1&cursor=${encodeURIComponent(page.next ?? '')}`)).invitations[0]?.id).toBe(
    first.id,
  )
  await behind.query("update invitation set expires_at = now() - interval '1 second' where id = $1", [
    first.id,
  ])
  expect((await come({}, first.secret, { account })).body['code']).toBe('identity.invitation_void')
  expect((await list()).invitations.map(({ state }) => state)).toEqual(['open', 'expired'])
  const renewed = await world.ask(home.owner, { path: at(`/invitations/${first.id}/renew`), body: {} })
  expect((await come({}, first.secret, { account })).body['code']).toBe('identity.invitation_void')
  expect((await come({}, String(renewed.body['secret']), { account })).status).toBe(200)
  const revoke = { method: 'DELETE', path: at(`/invitations/${second.id}`) }
  expect((await world.ask(home.owner, revoke)).status).toBe(200)
  expect((await come({}, second.secret, { account })).body['code']).toBe('identity.invitation_void')
  expect((await list()).invitations).toEqual([])
  expect((await world.ask(home.owner, revoke)).status).toBe(404)
})

test('nobody sees or touches invitations of others, here or elsewhere', async () => {
  const { id, secret } = await invite(home.owner, { email: mail('nadia') })
  const member = await world.addPerson(home, { email: mail('tom'), orgRole: 'member' })
  const guest = await world.addPerson(home, { email: mail('gus'), orgRole: 'guest' })
  for (const who of [member, guest]) {
    expect((await world.ask(who, { path: at('/invitations') })).body['invitations']).toEqual([])
    expect((await world.ask(who, { method: 'DELETE', path: at(`/invitations/${id}`) })).status).toBe(404)
    expect((await world.ask(who, { path: at(`/invitations/${id}/renew`), body: {} })).status).toBe(404)
    expect((await invite(who, { email: mail('x') })).status).toBe(403)
  }
  expect((await world.ask(other.owner, { path: at('/invitations') })).status).toBe(404)
  const reach = { method: 'DELETE', path: at(`/invitations/${id}`, other) }
  expect((await world.ask(other.owner, reach)).status).toBe(404)
  expect((await world.ask({}, { path: at('/invitations') })).status).toBe(401)
  // A secret opens its own organisation only.
  expect((await come({}, secret, { account }, other)).body['code']).toBe('identity.invitation_void')
})

test('a token that may only write lets nobody in', async () => {
  const make = async (scopes: readonly string[]) => {
    const body = { id: newId(), name: 'Robot', scopes, expiresAt: null }
    const token = await world.ask(home.owner, { path: at('/tokens'), body })
    return { authorization: `Bearer ${String(token.body['secret'])}` }
  }
  expect((await invite(await make(['write']), { email: mail('x') })).code).toBe('platform.scope_missing')
  expect((await invite(await make(['admin']), { email: mail('x') })).status).toBe(200)
})

test('guessing at links is ended soon', async () => {
  const guess = () =>
    world.ask(
      {},
      {
        path: '/api/v1/invitations/open',
        body: { organisationId: home.id, secret: newId() },
        address: '10.9.9.9',
      },
    )
  for (let count = 0; count < 60; count++) expect((await guess()).status).toBe(404)
  expect((await guess()).status).toBe(429)
})

test('no secret stands in the tables, the journal or the answers that are kept', async () => {
  const body = { id: newId(), email: mail('nadia') }
  const headers = { 'idempotency-key': newId() }
  const ask = () => world.ask(home.owner, { path: at('/invitations'), body, headers })
  const secret = String((await ask()).body['secret'])
  expect(secret).toHaveLength(43)
  expect((await ask()).body).toMatchObject({ id: body.id, secret: null })
  const { rows } = await behind.query('select * from invitation')
  const kept = await behind.query('select * from idempotency')
  const events = await inTransaction(world.database.db, home.id, (tx) =>
    readEventsAfter(tx, { organisationId: home.id, seq: 0, limit: 100 }),
  )
  expect(JSON.stringify([rows, kept.rows, events])).not.toContain(secret)
  expect(events.map(({ kind }) => kind)).toContain('identity.invitation_created')
})

const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  await expect.poll(isSo, { timeout: 20_000 }).toBe(true)
}
const mailOf = async (id: string) => {
  const { rows } = await behind.query<{ mail: string }>('select mail from invitation where id = $1', [id])
  return rows[0]?.mail
}

test('the mail of an invitation speaks the language of whoever invites to an address without an account', async () => {
  const speak = (language: string | null) =>
    world.ask(home.owner, { path: '/api/v1/me', method: 'PATCH', body: { language } })
  await speak('de')
  const { id } = await invite(home.owner, { email: mail('lena'), delivery: 'mail' })
  await until(async () => (await mailOf(id)) === 'sent')
  await speak(null)
  const letter = post.received.find(({ to }) => to.includes(mail('lena')))
  expect(letter?.text).toContain(`Subject: Einladung zu ${home.slug}`)
})

test('an invitation goes out by mail, and its secret is in the mail alone', async () => {
  const { id, body } = await invite(home.owner, { email: mail('nadia'), delivery: 'mail' })
  expect(body).toMatchObject({ secret: null, mail: 'waiting' })
  await until(async () => (await mailOf(id)) === 'sent')
  const letter = post.received.find(({ to }) => to.includes(mail('nadia')))
  expect(letter?.text).toContain(`Subject: Invitation to ${home.slug}`)
  const [, organisationId, secret = ''] =
    /https:\/\/mill\.example\/join\/([0-9a-f-]{36})#([\w-]{43})/.exec(letter?.text ?? '') ?? []
  expect(organisationId).toBe(home.id)
  const jobs = await behind.query('select * from job')
  const { rows } = await behind.query('select * from invitation')
  expect(JSON.stringify([jobs.rows, rows])).not.toContain(secret)
  expect((await come({}, secret, { account })).status).toBe(200)
})

test('an address that the mail server does not know is told, and can be tried again', async () => {
  post.refuseWith('550 5.1.1 no such user')
  const { id } = await invite(home.owner, { email: mail('nobody'), delivery: 'mail' })
  await until(async () => (await mailOf(id)) === 'failed')
  post.refuseWith(null)
  const renew = () =>
    world.ask(home.owner, { path: at(`/invitations/${id}/renew`), body: { delivery: 'mail' } })
  // Nobody has us write to somebody over and over.
  expect((await renew()).status).toBe(429)
  await behind.query("update invitation set expires_at = expires_at - interval '2 minutes' where id = $1", [
    id,
  ])
  expect((await renew()).body).toMatchObject({ mail: 'waiting' })
  await until(async () => (await mailOf(id)) === 'sent')
})

test('a mail that is not wanted any more is not sent', async () => {
  post.refuseWith('451 4.3.0 come back later')
  const { id } = await invite(home.owner, { email: mail('omar'), delivery: 'mail' })
  await until(async () => (await mailOf(id)) === 'failed')
  await world.ask(home.owner, { method: 'DELETE', path: at(`/invitations/${id}`) })
  post.refuseWith(null)
  await until(async () => {
    const { rows } = await behind.query("select 1 from job where payload ->> 'invitationId' = $1", [id])
    return rows.length === 0
  })
  expect(post.received.some(({ to }) => to.includes(mail('omar')))).toBe(false)
})

test('without a mail server no mail is promised', async () => {
  const body = { id: newId(), email: mail('nadia'), delivery: 'mail' }
  expect(await mute.ask(home.owner, { path: at('/invitations'), body })).toMatchObject({
    status: 409,
    body: { code: 'identity.mail_missing' },
  })
})

test('an organisation has a number of mails an hour', async () => {
  await behind.query(
    `insert into invitation (organisation_id, id, email, org_role, mail, invited_by, created_at, expires_at)
     select $1, gen_random_uuid(), 'n' || n || '@x.example', 'guest', 'sent', $2, now(), now() + interval '14 days'
     from generate_series(1, 100) n`,
    [home.id, home.ownerId],
  )
  const wish = { email: mail('one.more') }
  expect((await invite(home.owner, { ...wish, delivery: 'mail' })).status).toBe(429)
  expect((await invite(home.owner, wish)).status).toBe(200)
})
