import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('what was written is found from the palette and on a page of its own, but not by a guest', {
  tag: '@long',
}, async ({ mill, open, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office', visibility: 'private' })
  const [slab = ''] = await mill.addItems(list, [
    { title: 'Pour the slab', description: 'Ask the **quarry** for the mix' },
    { title: 'Scaffolding for the tower' },
  ])
  await mill.run([
    'discussion.addComment',
    { id: newId(), itemId: slab, body: 'The quarry is closed on Monday' },
  ])
  await page.goto(mill.at('my'))
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('quarry')
  await expect(page.getByRole('option', { name: /Pour the slab: The quarry is closed/ })).toBeVisible()
  await page.getByRole('option', { name: 'Search everything for “quarry”' }).click()
  await expect(page).toHaveURL(/search\?q=quarry/)
  const results = page.getByRole('list', { name: 'Results' }).getByRole('button')
  await expect(results).toHaveCount(2)
  await page.getByText('Comments', { exact: true }).click()
  await expect(results).toHaveCount(1)
  await expect(results.first().locator('mark')).toHaveText('quarry')
  await page.getByText('All', { exact: true }).click()

  await page.keyboard.press('/')
  await page.keyboard.type('scafolding')
  await expect(page.getByRole('heading', { name: 'Perhaps you meant' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /Scaffolding for the tower/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'OFF-2' })).toBeVisible()
  expect(await seriousFindings(page, 'all')).toEqual([])

  const other = await open(await mill.addPerson('Gil Guest', 'guest'))
  await other.goto(mill.at('search?q=quarry'))
  await expect(other.getByText('Nothing has “quarry”')).toBeVisible()
})
