import { newEmail, PASSWORD } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('somebody new signs up, founds an organisation and writes the first item', async ({ open }) => {
  const page = await open(null)
  await page.goto('/')
  await page.getByRole('link', { name: 'Create one' }).click()
  await page.getByLabel('Your name').fill('Rosa Marin')
  await page.getByLabel('E-mail').fill(newEmail())
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create the account' }).click()

  await expect(page.getByRole('heading', { name: 'How do you want to start?' })).toBeVisible()
  await page.getByLabel('Name of the organisation').fill('Nord & Partner')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()

  await page.getByRole('link', { name: 'Lists' }).click()
  await page.getByRole('button', { name: 'New list' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New list' })
  await dialog.getByLabel('Name').fill('Site office')
  await dialog.getByRole('button', { name: 'Open the list' }).click()

  await page.getByRole('button', { name: 'Write the first item' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Order the site sign')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Order the site sign/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('row', { name: /Order the site sign/ })).toBeVisible()
})

test('somebody signs in and comes to where they wanted to go, and signs out again', async ({
  open,
  mill,
}) => {
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const page = await open(null)
  await page.goto(mill.at('c/OFF/work'))
  await page.getByLabel('E-mail').fill(mill.owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText(/password/i)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Site office' })).toBeVisible()

  await page.getByRole('button', { name: 'Account: Rosa Marin' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Millrace' })).toBeVisible()
  await page.goto(mill.at('my'))
  await expect(page.getByRole('heading', { name: 'Sign in to Millrace' })).toBeVisible()
})
