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
