import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('what waits for what is seen from left to right, and walked along by keys', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const [dig = '', pour = '', brace = '', strip = ''] = await mill.addItems(project, [
    { title: 'Dig the pit', startsOn: '2027-03-01', dueOn: '2027-03-05' },
    { title: 'Pour the slab', startsOn: '2027-03-10', dueOn: '2027-03-12' },
    { title: 'Brace the walls', startsOn: '2027-03-08', dueOn: '2027-03-09' },
    { title: 'Strip the forms', startsOn: '2027-03-15', dueOn: '2027-03-15' },
    { title: 'Order the sign' },
  ])
  await page.goto(mill.at('c/TWR/plan?view=network'))
  await expect(page.getByRole('heading', { name: 'Nothing depends on anything yet' })).toBeVisible()
  await mill.relate(dig, pour)
  await mill.relate(dig, brace)
  await mill.run([
    'work.relateItems',
    { id: newId(), fromId: pour, toId: strip, kind: 'precedes', linkType: 'SS', lag: 960 },
  ])

  const box = (title: string) =>
    page.getByRole('group', { name: 'Network of the plan' }).getByRole('button', { name: title })
  await test.step('boxes stand behind what they wait for', async () => {
    await expect(page.getByText('4 items, 3 links')).toBeVisible()
    await expect(box('Pour the slab')).toContainText(/TWR-2.*3 d.*10 – 12 Mar 2027/s)
    const [first, second, third] = await Promise.all(
      ['Dig the pit', 'Pour the slab', 'Strip the forms'].map(
        async (title) => await box(title).boundingBox(),
      ),
    )
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0)
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThan(third?.x ?? 0)
    await expect(page.getByText('SS+2d')).toBeVisible()
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('arrow keys go along the links, and Enter opens the item', async () => {
    await page.keyboard.press('ArrowRight')
    await expect(box('Dig the pit')).toHaveAttribute('data-cursor', 'true')
    await page.keyboard.press('ArrowRight')
    await expect(box('Pour the slab')).toHaveAttribute('data-cursor', 'true')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expect(page).toHaveURL(/peek=TWR-4/)
    await page.keyboard.press('Escape')
  })

  await test.step('the list says the same, and what has no link is shown on demand', async () => {
    await page.getByRole('checkbox', { name: 'Show 1 without links' }).check()
    await expect(box('Order the sign')).toBeVisible()
    await page.keyboard.press('l')
    const table = page.getByRole('table', { name: 'Network of the plan' })
    await expect(table.getByRole('row', { name: /Strip the forms/ })).toContainText('TWR-2 SS+2d')
    await expect(table.getByRole('row', { name: /Order the sign/ })).toContainText('Waits for nothing')
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('a number leads back to the bars', async () => {
    await page.keyboard.press('1')
    await expect(page.getByRole('treegrid', { name: 'Plan' })).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Gantt' })).toBeChecked()
  })
})
