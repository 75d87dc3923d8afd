import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('what is starred stands in the sidebar in an order of its own, and what was seen in the palette', {
  tag: '@long',
}, async ({ mill, page }) => {
  const office = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  await mill.addItems(office, [{ title: 'Pour the slab' }])
  await page.goto(mill.at('c/OFF/work'))
  await page.getByRole('button', { name: 'Add Site office to favourites' }).click()
  const favourites = page.locator('[data-favourite] a')
  await expect(favourites).toHaveText(['Site office'])
  await page.goto(mill.at('c/TWR/work'))
  await expect(page.getByRole('button', { name: 'Add Tower A to favourites' })).toBeVisible()
  await page.keyboard.press('Shift+f')
  await expect(page.getByRole('button', { name: 'Remove Tower A from favourites' })).toBeVisible()
  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('button', { name: 'Add OFF-1 to favourites' }).click()
  await expect(favourites).toHaveText(['Site office', 'Tower A', 'Pour the slab'])

  await favourites.nth(2).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(favourites).toHaveText(['Site office', 'Pour the slab', 'Tower A'])
  await expect(favourites.nth(1)).toBeFocused()
  await favourites.nth(2).dragTo(favourites.nth(0), { targetPosition: { x: 20, y: 3 } })
  await expect(favourites).toHaveText(['Tower A', 'Site office', 'Pour the slab'])
  await favourites.nth(1).focus()
  await page.keyboard.press('Delete')
  await expect(favourites).toHaveText(['Tower A', 'Pour the slab'])
  await page.keyboard.press('Control+z')
  await expect(favourites).toHaveText(['Tower A', 'Site office', 'Pour the slab'])
  expect(await seriousFindings(page, 'all')).toEqual([])

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toHaveText(/Pour the slab/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/c\/TWR\/work/)
})
