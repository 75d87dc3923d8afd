import { writeLinearModel } from '@millrace/formats/bpmn'
import { expect, test } from '../support/test.ts'

test('a form is made, and completes the step that asks for it', async ({ mill, page }) => {
  const process = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })

  await test.step('a form of another program is taken over, and what was left out is said', async () => {
    await page.goto(mill.at('c/TEN/plan?tab=forms'))
    await page.getByRole('button', { name: 'Take over a form' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take over a form' })
    const components = [
      { type: 'number', key: 'price', label: 'Price', validate: { required: true, min: 0 } },
      { type: 'image', id: 'Logo' },
      { type: 'textfield', key: 'reason', label: 'Reason', conditional: { hide: '=price <= 500' } },
    ]
    await dialog.getByRole('textbox').fill(JSON.stringify({ id: 'Check', components }))
    await expect(dialog.getByText('image Logo is left out')).toBeVisible()
    await dialog.getByRole('button', { name: 'Use this form' }).click()
  })

  await test.step('a field is added by the keyboard, tried out, and the form is saved', async () => {
    const parts = page.getByRole('region', { name: 'Fields in their order' })
    await parts.getByRole('button', { name: /^Reason/ }).click()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(parts.getByRole('listitem').first()).toContainText('Reason')
    await page.keyboard.press('Alt+ArrowDown')
    const preview = page.getByRole('region', { name: 'Preview' })
    await expect(preview.getByRole('textbox', { name: 'Reason' })).toBeVisible()
    await preview.getByRole('textbox', { name: 'Price' }).fill('20')
    await expect(preview.getByRole('textbox', { name: 'Reason' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'All forms' }).click()
    await expect(page.getByRole('row', { name: /Check/ })).toContainText('check')
  })

  const steps = [
    { id: 'look', name: 'Look', formKey: 'check' },
    { id: 'do', name: 'Do' },
  ]
  await mill.run([
    'process.publishModel',
    { containerId: process, xml: writeLinearModel({ id: 'tenant', name: '', steps }) },
  ])
  await mill.startInstance(process, 'Lift stands still')

  await test.step('the item is not simply finished: its form is offered', async () => {
    await page.goto(mill.at('c/TEN/work'))
    await expect(page.getByRole('row', { name: /Look: Lift stands still/ })).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'Fill in the form' }).click()
  })

  await test.step('what is missing has the focus; filled in, the step is completed', async () => {
    const form = page.getByRole('region', { name: 'Check', exact: true })
    await form.getByRole('button', { name: 'Complete the step' }).click()
    await expect(form.getByRole('textbox', { name: 'Price' })).toBeFocused()
    await expect(form.getByText('This has to be filled in.')).toBeVisible()
    await form.getByRole('textbox', { name: 'Price' }).fill('800')
    await form.getByRole('textbox', { name: 'Reason' }).fill('Worn out')
    await page.reload()
    await expect(form.getByRole('textbox', { name: 'Reason' })).toHaveValue('Worn out')
    await form.getByRole('button', { name: 'Complete the step' }).click()
    await expect(page.getByRole('row', { name: /Do: Lift stands still/ })).toBeVisible()
  })
})
