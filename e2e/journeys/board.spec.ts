import { expect, test } from '../support/test.ts'

test('a card is dragged to another column, and moved there by keys', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }, { title: 'Rent a crane' }])
  await page.goto(mill.at('c/OFF/work?view=board'))
  const inColumn = (column: RegExp, card: RegExp) =>
    page.getByRole('region', { name: column }).getByRole('listitem', { name: card })
  await inColumn(/^Backlog/, /Order the site sign/).dragTo(
    page.getByRole('region', { name: /^Ready/ }).getByRole('list'),
  )
  await expect(inColumn(/^Ready/, /Order the site sign/)).toBeVisible()

  await inColumn(/^Backlog/, /Rent a crane/).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await page.keyboard.type('in rev')
  await page.keyboard.press('Enter')
  await expect(inColumn(/^In review/, /Rent a crane/)).toBeVisible()
  await page.reload()
  await expect(inColumn(/^Ready/, /Order the site sign/)).toBeVisible()
  await expect(inColumn(/^In review/, /Rent a crane/)).toBeVisible()
})

test('a board gets rows; a card dragged to another row takes on what the row says', async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Order the site sign', priority: 4 },
    { title: 'Rent a crane', priority: 1 },
  ])
  await page.goto(mill.at('c/OFF/work?view=board'))
  await page.getByRole('button', { name: 'Rows by' }).click()
  await page.getByRole('menuitem', { name: 'Priority' }).click()
  const row = (name: RegExp) => page.getByRole('region', { name })
  const [urgent, low] = [row(/^Urgent/), row(/^Low/)]
  const crane = (where: typeof urgent) => where.getByRole('listitem', { name: /Rent a crane/ })
  await expect(crane(low)).toBeVisible()
  await crane(low).dragTo(urgent.getByRole('list', { name: /^Urgent, Ready/ }).locator('..'))
  await expect(crane(urgent.getByRole('list', { name: /^Urgent, Ready/ }))).toBeVisible()
  await expect(low).toBeHidden()

  await urgent.getByRole('button', { name: 'Add an item to Urgent, Backlog' }).click()
  await page.keyboard.type('Fence the site')
  await page.keyboard.press('Enter')
  const fence = urgent
    .getByRole('list', { name: /^Urgent, Backlog/ })
    .getByRole('listitem', { name: /Fence/ })
  await expect(fence).toBeVisible()
  await page.reload()
  await expect(fence).toBeVisible()
  await expect(crane(urgent.getByRole('list', { name: /^Urgent, Ready/ }))).toBeVisible()
})
