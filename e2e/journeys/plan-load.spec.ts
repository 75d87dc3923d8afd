import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('it is seen of whom the plan asks too much, when, and for what', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  await page.goto(mill.at('c/TWR/plan?view=load'))
  await expect(page.getByRole('heading', { name: 'Nothing is planned yet' })).toBeVisible()
  const week = { startsOn: '2099-03-02', dueOn: '2099-03-06' }
  await mill.addItems(project, [
    { title: 'Pour the slab', ...week, responsibleId: tom.id, effortMin: 1920 },
    { title: 'Raise the walls', ...week, responsibleId: tom.id, effortMin: 960 },
    { title: 'Order the sign', ...week, responsibleId: mill.owner.id, effortMin: 480 },
    { title: 'Ask the city', ...week },
  ])

  await test.step('the line says it, and leads to it', async () => {
    await expect(page.getByText('The plan asks too much of 1 of 2.')).toBeVisible()
    await expect(page.getByText('1 dated item has nobody or no effort, and is not counted.')).toBeVisible()
    await page.keyboard.press('m')
    const details = page.getByRole('region', { name: /^Tom Dahl, 2.*8 Mar 2099$/ })
    await expect(details).toContainText('48 h planned of 40 h: 8 h more than there is')
    await expect(details.getByRole('listitem')).toContainText([
      /32 h.*Pour the slab/,
      /16 h.*Raise the walls/,
    ])
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('keys go on from there', async () => {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('region', { name: /^Rosa Marin, 2/ })).toContainText('8 h planned of 40 h')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('region', { name: /^Rosa Marin, 9/ })).toContainText(
      'Nothing is planned here',
    )
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: /^Rosa Marin/ })).toHaveCount(0)
  })

  await test.step('the table says the same in numbers', async () => {
    await page.keyboard.press('l')
    const table = page.getByRole('table', { name: 'Load' })
    await expect(table.getByRole('row', { name: /Tom Dahl/ })).toContainText(
      /48 h.*40 h.*120 %.*Too much planned/,
    )
    await table.getByRole('button', { name: 'Share' }).click()
    await expect(table.getByRole('columnheader', { name: 'Share' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await expect(table.getByRole('row').nth(1)).toContainText('Tom Dahl')
    expect(await seriousFindings(page)).toEqual([])
  })
})

test('below the bars stands who is fullest in the next weeks', { tag: '@long' }, async ({ mill, page }) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  await mill.addItems(project, [
    {
      title: 'Pour the slab',
      startsOn: day(2),
      dueOn: day(9),
      responsibleId: mill.owner.id,
      effortMin: 9600,
    },
  ])
  await page.goto(mill.at('c/TWR/plan'))
  const strip = page.getByRole('region', { name: 'Load of the next four weeks' })
  await strip.getByRole('button', { name: /^Rosa Marin/ }).click()
  await expect(page.getByRole('radio', { name: 'Load' })).toBeChecked()
  await expect(page.getByRole('region', { name: /^Rosa Marin/ })).toBeVisible()
  await expect(page).toHaveURL(/view=load/)
})
