import { afterAll, expect, test } from 'vitest'
import { addUser, resetPassword } from './administer-users.ts'
import { createIdentityWorld, PASSWORD } from './testing/identity-world.ts'

const world = await createIdentityWorld({ signUp: 'closed' })
afterAll(() => world.close())
const { db } = world.database
const me = { path: '/api/v1/me' }
/** What only people who are signed in may ask. */
const account = { path: '/api/v1/me/sessions' }

test('the first user comes from the terminal and founds an organisation', async () => {
  await addUser(db, { name: 'Boss', email: 'boss@example.org', password: PASSWORD, place: null })
  const boss = await world.signIn('boss@example.org')
  expect((await world.ask(boss, me)).body).toMatchObject({
    user: { name: 'Boss' },
    organisations: [],
    signUp: 'closed',
  })
})

test('an e-mail has one account', async () => {
  const again = addUser(db, { name: 'Again', email: 'boss@example.org', password: PASSWORD, place: null })
  await expect(again).rejects.toMatchObject({ refusal: { code: 'identity.email_taken' } })
})

test('an organisation without an owner gets one back', async () => {
  const home = await world.found('home')
  const place = { slug: home.slug, orgRole: 'owner' as const }
  await addUser(db, { name: 'Rescue', email: 'rescue@example.org', password: PASSWORD, place })
  const rescue = await world.signIn('rescue@example.org')
  const organisation = {
    method: 'PATCH',
    path: `/api/v1/o/${home.id}/organisation`,
    body: { patch: { name: 'Saved' } },
  }
  expect((await world.ask(rescue, organisation)).status).toBe(200)
})

test('an account that exists is let in and keeps its password', async () => {
  const home = await world.found('second')
  const place = { slug: home.slug, orgRole: 'guest' as const }
  await addUser(db, { name: 'Boss', email: 'boss@example.org', password: null, place })
  const boss = await world.signIn('boss@example.org')
  expect((await world.ask(boss, me)).body['organisations']).toMatchObject([
    { slug: 'second', orgRole: 'guest' },
  ])
})

test('there has to be such an organisation', async () => {
  const place = { slug: 'nowhere', orgRole: 'member' as const }
  const lost = addUser(db, { name: 'Lost', email: 'lost@example.org', password: PASSWORD, place })
  await expect(lost).rejects.toMatchObject({ refusal: { code: 'platform.not_found' } })
})

test('a new password from the terminal ends every session', async () => {
  const boss = await world.signIn('boss@example.org')
  await resetPassword(db, 'boss@example.org', { password: 'an entirely new one', dropsFactors: false })
  expect((await world.ask(boss, account)).status).toBe(401)
  await world.signIn('boss@example.org', 'an entirely new one')
  await expect(
    resetPassword(db, 'nobody@example.org', { password: PASSWORD, dropsFactors: false }),
  ).rejects.toMatchObject({
    refusal: { code: 'platform.not_found' },
  })
})
