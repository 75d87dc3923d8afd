import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('a guest sees what is shared with them, and nothing else', async ({ mill, open }) => {
  const guest = await mill.addPerson('Vera Nord', 'guest')
  const shared = await mill.addContainer('case', 'CLM', { name: 'Façade claim', visibility: 'private' })
  const openNext = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(shared, [{ title: 'Interview the site manager' }])
  await mill.addItems(openNext, [{ title: 'Order the site sign', responsibleId: guest.id }])
  await mill.run([
    'work.grantAccess',
    { id: newId(), containerId: shared, personId: guest.id, role: 'viewer' },
  ])

  const page = await open(guest)
  await page.goto(mill.at('items'))
  await expect(page.getByRole('row', { name: /Interview the site manager/ })).toBeVisible()
  await expect(page.getByText('Order the site sign')).toHaveCount(0)
  await page.goto(mill.at('lists'))
  await expect(page.getByRole('heading', { name: 'No list yet' })).toBeVisible()
  await page.goto(mill.at('c/CLM/work'))
  await expect(page.getByRole('row', { name: /Interview the site manager/ })).toBeVisible()
  for (const address of ['c/OFF/work', 'i/OFF-1']) {
    await page.goto(mill.at(address))
    await expect(page.getByRole('main')).toContainText(
      /not shared with you|cannot be shown|not found|nothing here/i,
    )
    await expect(page.getByText('Order the site sign')).toHaveCount(0)
  }
})
