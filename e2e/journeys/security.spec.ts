import { totpOf } from '../../packages/server/src/features/identity/testing/totp.ts'
import { namedUrl } from '../support/address.ts'
import { seriousFindings } from '../support/axe.ts'
import { PASSWORD } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('a second factor is set up, asked for, and asked of everybody', { tag: '@long' }, async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  await page.goto(mill.at('settings/security'))
  await page.getByRole('button', { name: 'Set it up' }).click()
  const dialog = page.getByRole('dialog', { name: 'Second factor' })
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  const secret = (await dialog.getByRole('status').textContent()) ?? ''
  const code = (ahead = 0) => totpOf(`otpauth://totp/x?secret=${secret}`, Date.now() + ahead)
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Code that the app shows' }).fill(code())
  await dialog.getByRole('button', { name: 'Switch it on' }).click()
  await expect(dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('It is on: after your password')).toBeVisible()

  const other = await open(null)
  await other.goto('/sign-in')
  await other.getByRole('textbox', { name: 'E-mail' }).fill(mill.owner.email)
  await other.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  // The code of now was used to set it up; the next one holds already.
  await other.getByRole('textbox', { name: 'Code from your authenticator app' }).fill(code(30_000))
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other).toHaveURL(new RegExp(`${mill.slug}/my`))

  await page.goto(mill.at('settings/organisation'))
  await page.getByRole('switch', { name: 'Nobody gets in without a second factor' }).click({ force: true })
  await expect(page.getByRole('switch', { name: /second factor/ })).toBeChecked()
  const toms = await open(tom)
  await toms.goto(mill.at('my'))
  await expect(toms.getByText('This organisation lets nobody in without a second factor')).toBeVisible()
  expect(await seriousFindings(toms)).toEqual([])
})

test('a passkey is added, signs in without a password, and is removed', { tag: '@long' }, async ({
  mill,
  open,
}) => {
  const page = await open(null, { baseURL: namedUrl })
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const options = {
    ...({ protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const),
    ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  }
  await devices.send('WebAuthn.addVirtualAuthenticator', { options })
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(mill.owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${mill.slug}/my`))
  await page.goto(mill.at('settings/security'))
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'What you call it' }).fill('Office laptop')
  await page.getByRole('button', { name: 'Add it' }).click()
  const row = page.getByRole('row', { name: /Office laptop/ })
  await expect(row).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])

  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(new RegExp(`${mill.slug}/my`))
  await page.goto(mill.at('settings/security'))
  await row.getByRole('button', { name: 'Remove the passkey Office laptop' }).click()
  await expect(row).toHaveCount(0)
})
