import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('a field is hidden from somebody who has it open, and another is locked @long', async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const [budget, floor] = [newId(), newId()]
  await mill.run(
    ['work.createField', { id: budget, key: 'budget', name: 'Budget', kind: 'number' }],
    ['work.createField', { id: floor, key: 'floor', name: 'Floor', kind: 'number' }],
  )
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [
    { title: 'Order the lift', fields: { [budget]: 4711, [floor]: 12 } },
    { title: 'Rent a crane', fields: { [budget]: 15 } },
  ])
  const theirs = await open(tom)
  await theirs.goto(
    mill.at('c/OFF/work?view=table&cols=title,field.budget,field.floor&group=none&q=budget%20%3E%20100'),
  )
  await expect(theirs.getByRole('row', { name: /Order the lift/ })).toContainText('4711')
  await expect(theirs.getByRole('row', { name: /Rent a crane/ })).toHaveCount(0)

  await page.goto(mill.at('settings/fields'))
  const only = async (field: string, rule: string, who: string | null) => {
    await page
      .getByRole('row', { name: new RegExp(field) })
      .getByRole('button', { name: 'Edit' })
      .click()
    await page.getByRole('combobox', { name: rule, exact: true }).click()
    await page.getByRole('option', { name: 'Only certain people' }).click()
    if (who !== null) {
      await page.getByRole('combobox', { name: `${rule}: people` }).click()
      await page.getByRole('option', { name: who, exact: true }).click()
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await only('Budget', 'Who sees it', 'Guests')
  await only('Floor', 'Who changes it', null)
  await expect(page.getByRole('row', { name: /Budget/ })).toContainText('Seen by certain people')

  await expect(
    theirs.getByRole('status').filter({ hasText: 'names a field that you do not see' }),
  ).toBeVisible()
  await expect(theirs.getByRole('row', { name: /Rent a crane/ })).toBeVisible()
  await expect(theirs.getByRole('main')).not.toContainText('4711')
  await theirs.goto(mill.at('i/OFF-1'))
  await expect(theirs.getByText('You may not change this field.')).toHaveCount(1)
  await expect(theirs.getByRole('main')).toContainText('12')
  await expect(theirs.getByRole('main')).not.toContainText('Budget')
  await page.goto(mill.at('i/OFF-1'))
  await expect(page.getByRole('button', { name: /^Budget/ })).toContainText('4711')
})
