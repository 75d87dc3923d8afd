import { expect, test } from '../support/test.ts'

test('whoever chooses German works in German, also after a reload, and is refused in German', {
  tag: '@long',
}, async ({ mill, page }) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Baubüro' })
  const [sign = '', crane = '', road = ''] = await mill.addItems(list, [
    { title: 'Bauschild bestellen' },
    { title: 'Kran mieten' },
    { title: 'Straße sperren' },
  ])
  await mill.relate(sign, crane)
  await mill.relate(crane, road)
  await page.goto(mill.at('c/OFF/work'))
  await page.getByRole('button', { name: /^Account: / }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.getByRole('grid').getByRole('button', { name: 'Neue Aufgabe' }).first().click()
  const line = page.getByRole('textbox', { name: /^Aufgabe hinzufügen zu/ })
  await line.fill('Beton bestellen !hoch übermorgen')
  await line.press('Enter')
  await line.press('Escape')
  const row = page.getByRole('row', { name: /Beton bestellen/ })
  await expect(row).toBeVisible()
  await expect(row).not.toContainText('übermorgen')

  await page.goto(mill.at('i/OFF-4'))
  await page.getByRole('button', { name: 'Erledigen' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.getByRole('tab', { name: 'Verlauf' }).click()
  await expect(page.getByText(/hat den Status von .* auf .* gesetzt/)).toBeVisible()

  await page.goto(mill.at('i/OFF-1'))
  const relations = page.getByRole('region', { name: 'Beziehungen' })
  await relations.getByRole('button', { name: 'Beziehung hinzufügen' }).click()
  await page.getByRole('combobox', { name: /^Aufgabe nach Kürzel/ }).fill('straße sperren')
  await page.getByRole('option', { name: /Straße sperren/ }).click()
  await expect(page.getByRole('alert').first()).toContainText(/Damit würde sich ein Kreis schließen: .*OFF-1/)
})
