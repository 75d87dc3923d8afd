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
  await change.getByRole('combobox', { name: 'Brings about' }).click()
  await page.getByRole('option', { name: 'Formwork bay: Raised' }).click()
  await page.keyboard.press('Escape')
  await change.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Formwork', exact: true })).toBeVisible()
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

test('a gap of the 3x3 table becomes work, and a method manager establishes a practice in a unit', async ({
  mill,
  open,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  await mill.addContainer('list', 'DEV', { name: 'Development' })
  await mill.run(
    ['identity.createTeam', { id: newId(), name: 'Crew' }],
    ['practice.savePractice', { id: newId(), name: 'Concreting', areas: ['2.2'] }],
    ['practice.setMethodManagers', { personIds: [tom.id] }],
  )
  const page = await open(tom)

  await page.goto(mill.at('practices?tab=areas'))
  const cell = page.getByRole('cell', { name: '1.2 Use and requirements' })
  await expect(cell).toContainText('No practice')
  await cell.getByRole('button', { name: /^Create an item: Establish a practice/ }).click()
  const create = page.getByRole('dialog', { name: 'Create an item' })
  await expect(create.getByRole('textbox').first()).toHaveValue(
    'Establish a practice for Use and requirements',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: '3.2 Methods and tools' })).toContainText('1 open item')
  await page.getByRole('combobox', { name: 'Strength of 2.2 Design and making' }).click()
  await page.getByRole('option', { name: 'Failing' }).click()
  await expect(page.getByRole('cell', { name: '2.2 Design and making' })).toHaveAttribute(
    'data-mark',
    'failing',
  )

  await page.goto(mill.at('practices?tab=units'))
  await page.getByRole('combobox', { name: 'Choose a practice for Crew' }).click()
  await page.getByRole('option', { name: 'Concreting' }).click()
  await page.getByRole('button', { name: 'Go on with Concreting' }).click()
  const move = page.getByRole('dialog', { name: 'Go on with Concreting' })
  await move.getByRole('button', { name: 'Save' }).click()
  await expect(move.getByRole('alert')).toContainText('2 questions of this state are not answered')
  for (const question of await move.getByRole('textbox').all()) await question.fill('Agreed on Monday')
  await move.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Concreting/ })).toContainText('Principles established')
})

test('an item asks for an artifact in a state, and finishing it takes the evidence', async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'SITE', { name: 'Site' })
  await mill.addItems(list, [{ title: 'Pour the slab' }])
  const poured = { id: newId(), name: 'Poured', checkpoints: ['Test cubes are taken'] }
  await mill.run(['practice.saveArtifactType', { id: newId(), name: 'Slab', states: [poured] }])

  await page.goto(mill.at('i/SITE-1'))
  const artifacts = page.getByRole('region', { name: 'Artifacts it makes' })
  await artifacts.getByRole('button', { name: 'Ask for an artifact' }).click()
  const ask = page.getByRole('dialog', { name: 'Ask for an artifact' })
  await ask.getByRole('textbox', { name: 'Name' }).fill('Slab of level 4')
  await ask.getByRole('combobox', { name: 'Type of artifact' }).click()
  await page.getByRole('option', { name: 'Slab' }).click()
  await ask.getByRole('combobox', { name: 'In the state' }).click()
  await page.getByRole('option', { name: 'Poured' }).click()
  await ask.getByRole('button', { name: 'Save' }).click()
  await expect(artifacts).toContainText('Slab of level 4: Poured')

  await page.getByRole('button', { name: 'Finish' }).first().click()
  await expect(
    page.getByText(/questions of the state that this work asks for are not answered/).first(),
  ).toBeVisible()
  const answer = artifacts.getByRole('textbox', { name: 'Test cubes are taken' })
  await answer.fill('Six, in the shed')
  await answer.blur()
  await expect(artifacts).toContainText('1 of 1 questions answered')
  await page.getByRole('button', { name: 'Finish' }).first().click()
  await expect(artifacts).toContainText('Delivered')
})
