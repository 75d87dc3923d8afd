import { url } from '../support/address.ts'
import { signIn } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('a session is ended from elsewhere, and its page says so', async ({ mill, open, page }) => {
  const elsewhere = await open(await signIn(mill.owner))
  await elsewhere.goto(mill.at('people'))
  await expect(elsewhere.getByRole('row', { name: /Rosa Marin/ })).toBeVisible()
  await page.goto(mill.at('settings/profile'))
  const sessions = page.getByRole('table', { name: 'Where you are signed in' }).getByRole('row')
  await expect(sessions.filter({ hasText: 'This browser' })).toHaveCount(1)
  const ends = sessions.getByRole('button', { name: 'End' })
  await expect(ends).toHaveCount(1)
  await ends.click()
  await expect(ends).toHaveCount(0)
  await expect(elsewhere.getByRole('alert')).toContainText('You are signed out here.')
  await elsewhere.getByRole('link', { name: 'Sign in again' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Sign in to Millrace' })).toBeVisible()
  await page.reload()
  await expect(sessions.filter({ hasText: 'This browser' })).toHaveCount(1)
})

test('a token lets a program in, within what it may do, until it is revoked', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  await page.goto(mill.at('settings/tokens'))
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByRole('textbox', { name: 'What it is for' }).fill('Nightly export')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = (await page.getByRole('dialog').getByRole('status').textContent()) ?? ''
  await page.getByRole('button', { name: 'I have kept it' }).click()

  const ask = async (path: string, init: RequestInit = {}) =>
    await fetch(`${url}/api/v1/o/${mill.id}/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    })
  const read = await ask('items?limit=10')
  expect(await read.json()).toMatchObject({ items: [{ title: 'Order the site sign' }] })
  const write = await ask('commands', {
    method: 'POST',
    body: JSON.stringify({ commands: [{ name: 'work.archiveContainer', input: { id: list } }] }),
  })
  expect(write.status).toBe(403)
  expect(await write.json()).toMatchObject({ code: 'platform.scope_missing' })

  await page.reload()
  const row = page.getByRole('row', { name: /Nightly export/ })
  await expect(row).toContainText('read')
  await expect(row).not.toContainText(secret)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toHaveCount(0)
  expect((await ask('items?limit=10')).status).toBe(401)
})

test('who loses and gets access sees it at once', { tag: '@long' }, async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  const other = await open(tom)
  await other.goto(mill.at('c/OFF/work'))
  const row = other.getByRole('row', { name: /Order the site sign/ })
  await expect(row).toBeVisible()
  await expect(other.getByRole('button', { name: 'New item' }).first()).toBeVisible()

  await page.goto(mill.at('c/OFF/people'))
  await page.getByText('Only those named', { exact: true }).click()
  await expect(other.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  await expect(row).toHaveCount(0)

  await page.getByRole('combobox', { name: 'Let somebody in…' }).click()
  await page.getByRole('option', { name: 'Tom Dahl' }).click()
  await expect(row).toBeVisible()
  await page.getByRole('combobox', { name: 'Tom Dahl' }).click()
  await page.getByRole('option', { name: 'may look' }).click()
  await expect(other.getByRole('button', { name: 'New item' })).toHaveCount(0)
  await expect(row).toBeVisible()
  await page.getByRole('button', { name: 'Take access away from Tom Dahl' }).click()
  await expect(row).toHaveCount(0)
})

test('who becomes a guest sees at once only what is shared', { tag: '@long' }, async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const other = await open(tom)
  await other.goto(mill.at('lists'))
  await expect(other.getByRole('link', { name: /Site office/ })).toBeVisible()
  await page.goto(mill.at('people'))
  await page.getByRole('button', { name: 'Edit Tom Dahl' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tom Dahl' })
  await dialog.getByRole('radio', { name: 'Guest' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(other.getByRole('link', { name: /Site office/ })).toHaveCount(0)
})
