import { expect, test } from '../support/test.ts'

test('an item made confidential vanishes before who is not named, and comes back once they are', {
  tag: '@long',
}, async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [talks = ''] = await mill.addItems(list, [{ title: 'Talks about pay' }, { title: 'Rent a crane' }])
  await mill.addItems(list, [{ title: 'Ask the lawyer', parentId: talks }])
  const [theirs, reading] = [await open(tom), await open(tom)]
  await theirs.goto(mill.at('c/OFF/work'))
  await reading.goto(mill.at('i/OFF-3'))
  const row = theirs.getByRole('row', { name: /Talks about pay/ })
  await expect(row).toBeVisible()
  await expect(reading.getByRole('textbox', { name: 'Title' })).toHaveValue('Ask the lawyer')

  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Who sees it…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who sees OFF-1?' })
  await expect(dialog.getByRole('radio', { name: 'Only some people' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('main')).toContainText('Confidential Seen by')
  await expect(row).toHaveCount(0)
  await expect(theirs.getByRole('row', { name: /Ask the lawyer/ })).toHaveCount(0)
  await expect(theirs.getByRole('row', { name: /Rent a crane/ })).toBeVisible()
  await expect(reading.getByRole('textbox', { name: 'Title' })).toHaveCount(0)

  await page.goto(mill.at('c/OFF/work?q=confidential'))
  await expect(page.getByRole('row', { name: /Confidential Ask the lawyer/ })).toBeVisible()
  await page.goto(mill.at('i/OFF-3'))
  await expect(page.getByText('Confidential with the item above it.')).toBeVisible()

  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('combobox', { name: 'People who see it' }).fill('tom')
  await page.getByRole('option', { name: 'Tom Dahl' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row).toBeVisible()
  await expect(theirs.getByRole('row', { name: /Ask the lawyer/ })).toBeVisible()
})
