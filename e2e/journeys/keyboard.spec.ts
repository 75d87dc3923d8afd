import { expect, test } from '../support/test.ts'

test('an item goes from its creation to done without a mouse', async ({ mill, page }) => {
  await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await page.goto(mill.at('my'))
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  const list = page.getByRole('link', { name: /Site office/ })
  await list.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Site office' })).toBeVisible()

  await page.keyboard.press('c')
  await page.keyboard.type('Order the site sign')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order the site sign')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Order the site sign/ })
  await expect(row).toBeVisible()

  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await page.keyboard.type('in pro')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: 'State: In progress' })).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.type('rosa')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('button', { name: 'Responsible: Rosa Marin' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(row.getByRole('button', { name: 'State: Done' })).toBeVisible()
})

test('the palette finds an item and says which key does what', async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }, { title: 'Rent a crane' }])
  await page.goto(mill.at('my'))
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('crane')
  await expect(page.getByRole('option', { name: /Rent a crane/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Rent a crane')
})

test('what is typed while an editor is on its way reaches it, with the Enter after it', async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Rent a crane' }])
  // A slow line: the editor is there after all has been typed.
  await page.route(/work-editor-.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.goto(mill.at('c/OFF/work'))
  await page.getByRole('row', { name: /Rent a crane/ }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.keyboard.type('in rev')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'State: In review' })).toBeVisible()
})
