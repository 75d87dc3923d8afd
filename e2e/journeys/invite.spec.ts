import { seriousFindings } from '../support/axe.ts'
import { Mill, newEmail, PASSWORD, signIn } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('who is invited opens the link, makes an account, and works in what they were let into', async ({
  mill,
  open,
  page,
}) => {
  const claim = await mill.addContainer('case', 'CLM', { name: 'Façade claim', visibility: 'private' })
  await mill.addItems(claim, [{ title: 'Interview the site manager' }])
  const email = newEmail()
  await page.goto(mill.at('people'))
  await page.getByRole('button', { name: 'Invite by e-mail' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByRole('textbox', { name: 'Their e-mail' }).fill(email)
  await dialog.getByRole('radio', { name: 'Guest' }).click()
  await dialog.getByRole('combobox', { name: 'Let them into' }).click()
  await page.getByRole('option', { name: 'Façade claim (CLM)' }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = (await dialog.getByRole('status').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  const row = page.getByRole('table', { name: 'Open invitations' }).getByRole('row', { name: email })
  await expect(row).toContainText('Guest · into 1 place')
  expect(await seriousFindings(page)).toEqual([])

  const other = await open(null)
  await other.goto(link)
  await expect(other.getByRole('heading', { name: 'Join Nord & Partner' })).toBeVisible()
  expect(await seriousFindings(other)).toEqual([])
  await other.getByRole('textbox', { name: 'Your name' }).fill('Nadia Haddad')
  await other.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await other.getByRole('button', { name: 'Create an account and join' }).click()
  await expect(other).toHaveURL(new RegExp(`${mill.slug}/my`))
  await other.goto(mill.at('c/CLM/work'))
  await expect(other.getByRole('row', { name: /Interview the site manager/ })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('row', { name: /Nadia Haddad/ })).toContainText('Guest')
  await expect(row).toHaveCount(0)
  const late = await open(null)
  await late.goto(link)
  await expect(late.getByRole('alert')).toContainText('This invitation does not hold, or no longer.')
})

test('who has an account joins with it; an invitation taken back leads nowhere', { tag: '@long' }, async ({
  mill,
  open,
  page,
}) => {
  await page.goto(mill.at('people'))
  const invite = async () => {
    await page.getByRole('button', { name: 'Invite by e-mail' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
    await dialog.getByRole('textbox', { name: 'Their e-mail' }).fill(newEmail())
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const link = (await dialog.getByRole('status').textContent()) ?? ''
    await dialog.getByRole('button', { name: 'Done' }).click()
    return link
  }
  const link = await invite()
  const stranger = await Mill.found()
  const other = await open(await signIn(stranger.owner))
  await other.goto(link)
  await expect(other.getByText(`You are signed in as Rosa Marin, ${stranger.owner.email}.`)).toBeVisible()
  await other.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(other).toHaveURL(new RegExp(`${mill.slug}/my`))

  const second = await invite()
  await page.getByRole('button', { name: /Take back the invitation of/ }).click()
  await expect(page.getByRole('table', { name: 'Open invitations' })).toHaveCount(0)
  await other.goto(second)
  await expect(other.getByRole('heading', { name: 'This link does not lead in' })).toBeVisible()
})
