import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('a practice that work names is described, published and renamed, and the work follows', async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'SITE', { name: 'Site' })
  await mill.addItems(list, [
    { title: 'Raise bay 1', practice: 'Shuttering' },
    { title: 'Raise bay 2', practice: 'shuttering' },
  ])

  await page.goto(mill.at('practices?tab=artifacts'))
  await page.getByRole('button', { name: 'Add a type of artifact' }).click()
  const type = page.getByRole('dialog', { name: 'Add a type of artifact' })
  await type.getByRole('textbox', { name: 'Name' }).fill('Formwork bay')
  await type.getByRole('textbox', { name: 'State 1', exact: true }).fill('Raised')
  await type.getByRole('textbox', { name: /^State 1: / }).fill('Props are plumb')
  await type.getByRole('button', { name: 'Save' }).click()
  const bay = page.getByRole('row', { name: /Formwork bay/ })
  await expect(bay).toContainText('Nobody makes it')

  await page.goto(mill.at('practices'))
  await page.getByRole('button', { name: 'Describe Shuttering' }).click()
  const form = page.getByRole('dialog', { name: 'Add a practice' })
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue(/shuttering/i)
  await form.getByRole('textbox', { name: 'Name' }).fill('Shuttering')
  await form.getByRole('textbox', { name: 'How it is done' }).fill('Raise the panels from the corner.')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Shuttering' }).click()
  await expect(page.getByText('2 open items')).toBeVisible()

  await page.getByRole('button', { name: 'Publish' }).click()
  const publish = page.getByRole('dialog', { name: 'Publish Shuttering' })
  await publish.getByRole('button', { name: 'Publish' }).click()
  await expect(publish.getByRole('alert')).toContainText('Nobody applies Shuttering')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Change' }).click()
  const change = page.getByRole('dialog', { name: 'Change Shuttering' })
  await change.getByRole('textbox', { name: 'Name' }).fill('Formwork')
  await change.getByRole('textbox', { name: 'Role' }).fill('Carpenter')
  await change.getByRole('textbox', { name: 'Brings about' }).click()
  await page.getByRole('option', { name: 'Formwork bay: Raised' }).click()
  await page.keyboard.press('Escape')
  await change.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Formwork' })).toBeVisible()
  await expect(page.getByText('Version 1').first()).toBeVisible()

  // What named the old name names the new one; any other words go on being allowed, and lead to the catalogue.
  await page.goto(mill.at('i/SITE-1'))
  await page.locator('[data-edit=practice]').first().click()
  await expect(page.getByRole('option', { name: 'Formwork', selected: true })).toBeVisible()
  await page.keyboard.type('Propping')
  await page.getByRole('option', { name: /Propping/ }).click()
  await page.getByRole('link', { name: 'Describe it' }).first().click()
  await expect(
    page.getByRole('dialog', { name: 'Add a practice' }).getByRole('textbox', { name: 'Name' }),
  ).toHaveValue('Propping')
})

test('whoever does not keep the catalogue reads it', async ({ mill, open }) => {
  await mill.run(['practice.savePractice', { id: newId(), name: 'Concreting', areas: ['2.2'] }])
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const page = await open(tom)
  await page.goto(mill.at('practices'))
  await page.getByRole('link', { name: 'Concreting' }).click()
  await expect(page.getByRole('heading', { name: 'Concreting' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0)
})
