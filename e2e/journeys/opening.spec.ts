import { expect, test } from '../support/test.ts'

test('a page asks for what its address names once, and before the program is there', async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Rent a crane' }])
  for (const address of ['c/OFF/work', 'my']) {
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url())
      if (/\/(?:me|sync\/bootstrap)$|\/assets\/index-/.test(pathname)) asked.push(pathname + search)
    })
    // Until it has arrived the program cannot have asked for anything.
    let hold: (() => void) | undefined
    await page.route('**/assets/index-*.js', async (route) => {
      await new Promise<void>((resolve) => (hold = resolve))
      await route.continue()
    })
    const opened = page.goto(mill.at(address))
    await expect.poll(() => asked.filter((path) => path.includes('bootstrap')).length).toBe(2)
    hold?.()
    await opened
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
    page.removeAllListeners('request')
    await page.unrouteAll()
  }
})
