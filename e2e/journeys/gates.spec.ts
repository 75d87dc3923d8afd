import { expect, test } from '../support/test.ts'

test('a hard gate lets work begin only when all six are known', async ({ mill, page }) => {
  const typeId = await mill.addType('Measure', { readinessGate: 'hard' })
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office', defaultTypeId: typeId })
  const known = { role: 'Foreman', practice: 'Concreting', resources: 'Crane 1', artifact: 'Slab' }
  await mill.addItems(list, [{ title: 'Pour the slab', ...known, dueOn: '2027-03-31' }])
  await page.goto(mill.at('i/OFF-1'))
  await expect(page.getByText('Work may begin only when all six are known.')).toBeVisible()
  await page.getByRole('button', { name: 'State: To do' }).click()
  await page.getByRole('option', { name: 'Doing' }).click()
  await expect(page.getByRole('alert').first()).toContainText(/OFF-1 is not ready to start: .* missing/)
  await expect(page.getByRole('button', { name: 'State: To do' })).toBeVisible()

  await page
    .getByRole('region', { name: 'Ready to be started' })
    .getByRole('button', { name: /^Who does it/ })
    .click()
  await page.getByRole('option', { name: /Rosa Marin/ }).click()
  await expect(page.getByText('All six are known.')).toBeVisible()
  await page.getByRole('button', { name: 'State: To do' }).click()
  await page.getByRole('option', { name: 'Doing' }).click()
  await expect(page.getByRole('button', { name: 'State: Doing' })).toBeVisible()
})

test('finished work is accepted by whoever asked for it, then those concerned are told', async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const typeId = await mill.addType('Delivery', { needsAcceptance: true, needsNotice: true })
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office', defaultTypeId: typeId })
  await mill.addItems(list, [{ title: 'Deliver the model', requesterId: tom.id }])
  const other = await open(tom)
  await page.goto(mill.at('i/OFF-1'))
  const closing = page.getByRole('region', { name: 'Closing' })
  await expect(closing).toContainText('When it is done it is accepted')
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(closing).toContainText('Waits to be accepted by whoever asked for it')
  await expect(closing.getByRole('button', { name: 'Accept' })).toHaveCount(0)

  await other.goto(mill.at('i/OFF-1'))
  await other.getByRole('button', { name: 'Accept' }).click()
  await expect(closing).toContainText('Accepted')
  await closing.getByRole('textbox', { name: 'Those concerned were told' }).fill('Letter of today')
  await closing.getByRole('button', { name: 'Save' }).click()
  await expect(closing).toContainText('Notice given')
  await expect(other.getByRole('region', { name: 'Closing' })).toContainText('Notice given')
})
