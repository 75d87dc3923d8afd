import { expect, test } from '../support/test.ts'

test('a plan gets its structure by keys: lines are inserted, indented, moved and deleted', {
  tag: '@long',
}, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  await mill.addItems(project, [
    { title: 'Structure' },
    { title: 'Pour the slab' },
    { title: 'Raise the walls' },
  ])
  await page.goto(mill.at('c/TWR/plan?view=grid'))
  const grid = page.getByRole('treegrid', { name: 'The plan as a table' })
  const numbered = (wbs: string, title: string) =>
    expect(
      grid.getByRole('row', { name: new RegExp(`${wbs.replaceAll('.', '\\.')} ?${title}`) }),
    ).toBeVisible()
  await grid.focus()

  await test.step('two lines go under the one above them', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await numbered('1.1', 'Pour the slab')
    await numbered('1.2', 'Raise the walls')
  })

  await test.step('a line is moved, inserted and written', async () => {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await numbered('1.2', 'Pour the slab')
    await page.keyboard.press('Insert')
    await page.keyboard.type('Strip the forms')
    await page.keyboard.press('Enter')
    await numbered('1.2', 'Strip the forms')
    await numbered('1.3', 'Pour the slab')
  })

  await test.step('the first line has nothing to lie under, and it is said', async () => {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(page.getByRole('alert')).toContainText('nothing above')
  })

  await test.step('a whole branch is deleted, and comes back', async () => {
    await page.keyboard.press('Shift+Space')
    await page.keyboard.press('Delete')
    await expect(grid.getByRole('row', { name: /Pour the slab/ })).toHaveCount(0)
    const done = page.waitForResponse(/\/commands$/)
    await page.keyboard.press('Control+z')
    await numbered('1.3', 'Pour the slab')
    await done
  })

  await test.step('what was done is there when the page is loaded anew', async () => {
    await page.reload()
    await numbered('1.1', 'Raise the walls')
    await numbered('1.2', 'Strip the forms')
    await page.getByRole('button', { name: 'Fold Structure' }).click()
    await expect(grid.getByRole('row', { name: /Strip the forms/ })).toHaveCount(0)
  })
})
