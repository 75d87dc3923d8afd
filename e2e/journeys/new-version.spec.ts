import { expect, test } from '../support/test.ts'

test('an open page says that there is a new version, and loads it when told to', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  await page.goto(mill.at('my'))
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/src="[^"]*"/, 'src="/assets/index-newer.js"')
    await route.fulfill({ response, body })
  })
  // As when part of the page is asked for that the new version no longer has.
  await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')))
  const notice = page.getByRole('status').filter({ hasText: 'There is a new version of Millrace.' })
  await expect(notice).toBeVisible()
  await page.unroute('/')
  await notice.getByRole('button', { name: 'Load it now' }).click()
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
  await expect(notice).toBeHidden()
})
