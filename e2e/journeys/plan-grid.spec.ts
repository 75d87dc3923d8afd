import { seriousFindings } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

test('a plan is written as in a spreadsheet, by keys, and lines of one are pasted', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  await mill.addItems(project, [
    { title: 'Pour the slab', startsOn: '2027-03-01', dueOn: '2027-03-05' },
    { title: 'Raise the walls', effortMin: 960 },
  ])
  await page.goto(mill.at('c/TWR/plan?view=grid'))
  const grid = page.getByRole('treegrid', { name: 'The plan as a table' })
  const line = (title: string) => grid.getByRole('row', { name: new RegExp(title) })
  await expect(line('Pour the slab')).toContainText(/1.*Pour the slab.*5d.*1 Mar 2027.*5 Mar 2027/s)

  await test.step('arrows lead to a cell, letters write in it, Enter and Tab go on', async () => {
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    for (let cell = 0; cell < 5; cell += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('40')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1FS+2d')
    await page.keyboard.press('Tab')
    await expect(line('Raise the walls')).toContainText(/1FS\+2d/)
    await expect(line('Raise the walls')).toContainText(/10 Mar 2027.*11 Mar 2027/s)
    await page.keyboard.type('ros')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ros')
    await page.keyboard.press('Enter')
    await expect(line('Raise the walls')).toContainText(/40%.*Rosa Marin.*Rosa Marin/s)
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('who is on an item is taken back as it was said', async () => {
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(line('Raise the walls')).not.toContainText('Rosa Marin')
    await page.keyboard.press('Control+Shift+z')
    await expect(line('Raise the walls')).toContainText('Rosa Marin')
  })

  await test.step('what does not fit is said, and given up with Escape', async () => {
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await page.keyboard.type('9')
    await expect(page.getByRole('alert')).toContainText('where the line lies')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('long')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('“long” is no duration')
    await page.keyboard.press('Escape')
    await page.keyboard.type('3d')
    await page.keyboard.press('Enter')
    await expect(line('Raise the walls')).toContainText('3d')
    await page.keyboard.press('Control+z')
    await expect(line('Raise the walls')).not.toContainText('3d')
  })

  await test.step('pasted lines are looked at before they are made, with their hierarchy and links', async () => {
    await page.keyboard.press('Control+End')
    await paste(
      page,
      [
        'ID\tOutline Level\tTask Name\tDuration\tPredecessors\tResource Names\tColour',
        '1\t1\tFit out\t\t\t\tred',
        '2\t2\tStrip the forms\t2 days\t\tRosa Marin[50%]\tred',
        '3\t2\tOrder the sign\t2x\t2FS+1 day\tOtto\tred',
        '',
      ].join('\n'),
    )
    const dialog = page.getByRole('dialog', { name: 'Paste lines' })
    await expect(dialog).toContainText('0 changed, 3 new')
    await expect(dialog).toContainText('2 cells are not understood')
    await expect(dialog).toContainText('Passed over: Colour')
    await expect(dialog.getByRole('row', { name: /5 Order the sign/ })).toContainText(
      /“2x” is no duration.*Nobody and nothing called “Otto”/s,
    )
    expect(await seriousFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Do it without those 2 cells' }).click()
    await expect(dialog).toHaveCount(0)
    await grid.focus()
    await page.keyboard.press('Home')
    await expect(line('Strip the forms')).toContainText(/3\.1.*Strip the forms.*2d.*Rosa Marin\[50%\]/s)
    await expect(line('Order the sign')).toContainText(/3\.2.*Order the sign.*4FS\+1d/s)
    await page.keyboard.press('Control+z')
    await expect(line('Fit out')).toHaveCount(0)
    await expect(line('Strip the forms')).toHaveCount(0)
  })

  await test.step('columns are chosen, and stay so', async () => {
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Deadline' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(grid.getByRole('columnheader', { name: 'Deadline' })).toHaveCount(0)
    await page.reload()
    await expect(line('Pour the slab')).toBeVisible()
    await expect(grid.getByRole('columnheader', { name: 'Deadline' })).toHaveCount(0)
  })

  await test.step('the last line makes new items', async () => {
    await grid.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('Ask the city')
    await page.keyboard.press('Enter')
    await expect(line('Ask the city')).toBeVisible()
  })
})

/** What a browser does when somebody pastes. */
async function paste(page: import('@playwright/test').Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}
