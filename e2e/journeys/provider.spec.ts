import {
  CLIENT_SECRET,
  startProvider,
} from '../../packages/server/src/features/identity/testing/provider-process.ts'
import { seriousFindings } from '../support/axe.ts'
import { newEmail } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('an owner names a provider, and somebody signs in with the account they have at work', {
  tag: '@long',
}, async ({ elsewhere, mill, open, page }) => {
  const email = newEmail()
  const provider = await startProvider({
    redirects: [],
    accounts: { olga: { email, email_verified: true, name: 'Olga Berg' } },
  })
  elsewhere.push(provider.issuer)
  await page.goto(mill.at('settings/sign-in'))
  await page.getByRole('button', { name: 'Add a provider' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a provider' })
  await dialog.getByRole('textbox', { name: 'Name on the button' }).fill('Acme ID')
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill(provider.issuer)
  await dialog.getByRole('textbox', { name: 'Client id' }).fill('millrace')
  await dialog.getByRole('textbox', { name: 'Client secret' }).fill(CLIENT_SECRET)
  await dialog.getByRole('radio', { name: 'Others, too' }).click()
  await dialog.getByRole('switch', { name: 'Show the button on the sign-in page' }).click({ force: true })
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Test Acme ID' }).click()
  await expect(page.getByRole('alert')).toContainText('does not know the address to come back to')
  provider.register((await page.getByText(/\/api\/auth\/provider\/.*\/callback$/).textContent()) ?? '')
  await page.getByRole('button', { name: 'Test Acme ID' }).click()
  await expect(page.getByText('knows the secret and the address')).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])

  const other = await open(null)
  await other.goto(mill.at('my'))
  await other.getByRole('link', { name: 'Sign in with Acme ID' }).click()
  await other.getByRole('textbox', { name: 'Login' }).fill('olga')
  await other.getByRole('button', { name: 'Go on' }).click()
  await other.getByRole('button', { name: 'Go on' }).click()
  await expect(other).toHaveURL(new RegExp(`${mill.slug}/my`))
  await other.goto(mill.at('settings/security'))
  await expect(other.getByRole('heading', { name: 'You came in by Acme ID' })).toBeVisible()

  await page.goto(mill.at('settings/audit'))
  const row = page.getByRole('row', { name: /Olga Berg signed in from .* Acme ID/ })
  await expect(row).toBeVisible()
  await provider.close()
})
