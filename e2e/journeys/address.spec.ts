import { expect, test } from '../support/test.ts'

test('filter, groups and layout stand in the address, and the way back leads through them', async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Order the site sign', priority: 3 },
    { title: 'Rent a crane', responsibleId: tom.id },
  ])
  await page.goto(mill.at('c/OFF/work'))
  const crane = page.getByRole('row', { name: /Rent a crane/ })
  const sign = page.getByRole('row', { name: /Order the site sign/ })
  await expect(sign).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('responsible = tom')
  await page.keyboard.press('Enter')
  await expect(sign).toHaveCount(0)
  await expect(crane).toBeVisible()
  await expect(page).toHaveURL(/[?&]q=/)

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Group by/ }).click()
  await page
    .getByRole('option', { name: 'Responsible' })
    .or(page.getByRole('menuitem', { name: 'Responsible' }))
    .first()
    .click()
  await expect(page).toHaveURL(/group=responsible/)
  await expect(page.getByRole('row', { name: /^Tom Dahl/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Table' }).click()
  await expect(page).toHaveURL(/view=table/)
  await expect(page.getByRole('columnheader', { name: /^Effort/ })).toBeVisible()

  const other = await open(tom)
  await other.goto(page.url())
  await expect(other.getByRole('row', { name: /Rent a crane/ })).toBeVisible()
  await expect(other.getByRole('row', { name: /Order the site sign/ })).toHaveCount(0)

  await page.goBack()
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked()
  await expect(page).toHaveURL(/group=responsible/)
  await page.goForward()
  await expect(page.getByRole('radio', { name: 'Table' })).toBeChecked()
  await page.reload()
  await expect(crane).toBeVisible()
  await expect(sign).toHaveCount(0)
})
