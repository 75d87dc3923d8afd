import { expect, test } from '../support/test.ts'

test('what only the server can know is taken back when it answers, with the reason', async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [sign = '', crane = '', road = ''] = await mill.addItems(list, [
    { title: 'Order the site sign' },
    { title: 'Rent a crane' },
    { title: 'Close the road' },
  ])
  await mill.relate(sign, crane)
  await mill.relate(crane, road)
  await page.goto(mill.at('i/OFF-1'))
  const relations = page.getByRole('region', { name: 'Relations' })
  await expect(relations.getByRole('listitem')).toContainText(['Rent a crane'])

  // The answer is held back, so that what the page foresaw can be looked at.
  let letGo = () => {}
  const seen = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/commands', async (route) => {
    await seen
    await route.continue()
  })
  await relations.getByRole('button', { name: 'Add a relation' }).click()
  await page.getByRole('combobox', { name: 'Find an item by key or words…' }).fill('close the road')
  await page.getByRole('option', { name: /Close the road/ }).click()
  await expect(relations.getByRole('listitem')).toContainText(['Close the road', 'Rent a crane'])
  letGo()
  await expect(page.getByRole('alert').first()).toContainText(/This would close a circle: .*OFF-1/)
  await expect(relations.getByRole('listitem')).toContainText(['Rent a crane'])
  await expect(relations.getByText('Close the road')).toHaveCount(0)
})

test('a right taken away meanwhile is told, and what was tried is taken back', async ({ mill, open }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office', visibility: 'private' })
  const grant = await mill.grant(list, { personId: tom.id, role: 'contributor' })
  await mill.addItems(list, [{ title: 'Order the site sign' }])
  const page = await open(tom)
  await page.goto(mill.at('c/OFF/work'))
  const row = page.getByRole('row', { name: /Order the site sign/ })
  await expect(row).toBeVisible()
  await page.route('**/commands', async (route) => {
    await mill.grant(list, { id: grant, personId: tom.id, role: 'viewer' })
    await route.continue()
  })
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(page.getByRole('alert')).toContainText(/not allowed|right|may not/i)
  await expect(row.getByRole('button', { name: 'State: Backlog' })).toBeVisible()
})
