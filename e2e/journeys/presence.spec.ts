import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('two who open one item see each other, and what the other is writing', { tag: '@long' }, async ({
  mill,
  page,
  open,
}) => {
  const tower = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  await mill.addItems(tower, [{ title: 'Pour the slab', description: 'Before the frost.' }])
  const ann = await mill.addPerson('Ann Lind', 'member')
  await page.goto(mill.at('i/TWR-1'))
  const title = (at: typeof page) => at.getByRole('textbox', { name: 'Title' })
  await expect(title(page)).toBeVisible()
  await expect(page.getByRole('group', { name: 'Also here' })).toHaveCount(0)

  const other = await open(ann)
  await other.goto(mill.at('i/TWR-1'))
  await expect(page.getByRole('img', { name: 'Ann Lind is looking at this too' })).toBeVisible()
  await expect(other.getByRole('img', { name: 'Rosa Marin is looking at this too' })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])

  await test.step('what is written is marked where it stands', async () => {
    await other.getByRole('region', { name: 'Description' }).getByRole('button', { name: 'Edit' }).click()
    await expect(page.getByRole('img', { name: 'Ann Lind is writing the description' })).toBeVisible()
    await expect(page.locator('[data-written-by="Ann Lind is writing the description"]')).toBeVisible()
    await other.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('img', { name: 'Ann Lind is looking at this too' })).toBeVisible()
  })

  await test.step('who leaves is gone', async () => {
    await other.goto(mill.at('my'))
    await expect(page.getByRole('group', { name: 'Also here' })).toHaveCount(0)
  })

  await test.step('who does not want to be seen is not, and sees nobody', async () => {
    await other.goto(mill.at('settings/profile'))
    await other.getByRole('switch', { name: 'Show others where I am' }).click()
    await other.goto(mill.at('i/TWR-1'))
    await expect(title(other)).toBeVisible()
    await page.reload()
    await expect(title(page)).toBeVisible()
    await expect(page.getByRole('group', { name: 'Also here' })).toHaveCount(0)
    await expect(other.getByRole('group', { name: 'Also here' })).toHaveCount(0)
  })
})
