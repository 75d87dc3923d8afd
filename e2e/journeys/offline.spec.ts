import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

/** Until the page is at rest, nothing of it is written down. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(localStorage).some(
      (key) => key.startsWith('millrace.kept.') && localStorage.getItem(key)?.includes('container:') === true,
    ),
  )
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
}

test('without a connection work goes on, also after the page is loaded anew, and is sent later', {
  tag: '@long',
}, async ({ mill, open }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign' }, { title: 'Rent a crane' }])
  const page = await open(mill.owner, { serviceWorkers: 'allow' })
  const other = await open(tom)
  await page.goto(mill.at('c/OFF/work'))
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(row('Order the site sign')).toBeVisible()
  await untilKept(page)

  await page.context().setOffline(true)
  await row('Order the site sign').getByRole('button', { name: 'State: Backlog' }).click()
  await page.getByRole('option', { name: 'In progress' }).click()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'Title' }).fill('Fence the site')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Offline · 2 changes waiting' })).toBeVisible()
  await expect(row('Fence the site')).toBeVisible()

  await page.reload()
  await expect(row('Rent a crane')).toBeVisible()
  await expect(row('Fence the site')).toBeVisible()
  await expect(row('Order the site sign').getByRole('button', { name: 'State: In progress' })).toBeVisible()
  await page.getByRole('button', { name: 'Offline · 2 changes waiting' }).click()
  const queue = page.getByRole('dialog', { name: 'Changes not sent yet' })
  await expect(queue.getByRole('listitem')).toContainText(['Order the site sign', 'Fence the site'])
  await queue.getByRole('button', { name: 'Close', exact: true }).last().click()

  // Somebody else goes on meanwhile.
  await other.goto(mill.at('c/OFF/work'))
  const crane = other.getByRole('row', { name: /Rent a crane/ })
  await crane.getByRole('button', { name: 'State: Backlog' }).click()
  await other.getByRole('option', { name: 'Done' }).click()

  await page.context().setOffline(false)
  await expect(page.getByRole('button', { name: /waiting/ })).toHaveCount(0)
  await expect(row('Rent a crane').getByRole('button', { name: 'State: Done' })).toBeVisible()
  await expect(other.getByRole('row', { name: /Fence the site/ })).toBeVisible()
  await expect(
    other
      .getByRole('row', { name: /Order the site sign/ })
      .getByRole('button', { name: 'State: In progress' }),
  ).toBeVisible()
})
