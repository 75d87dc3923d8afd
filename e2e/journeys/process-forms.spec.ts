import { writeLinearModel } from '@millrace/formats/bpmn'
import { expect, test } from '../support/test.ts'

/** As form-js keeps it. */
const FORM_JS = JSON.stringify({
  type: 'default',
  id: 'Assessment',
  components: [
    { type: 'textfield', key: 'creditor', label: 'Creditor', validate: { required: true } },
    { type: 'number', key: 'amount', label: 'Amount', validate: { required: true, min: 1 } },
    { type: 'image', source: 'logo.png' },
  ],
})

test('a form is taken over and edited, and its step is completed by filling it in', async ({
  mill,
  page,
}) => {
  const process = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })
  await page.goto(mill.at('c/TEN/plan?tab=forms'))

  await test.step('a form of form-js is taken over, and what is left out is said', async () => {
    await page.getByRole('button', { name: 'Take over a form' }).click()
    await page.getByRole('textbox', { name: 'Text of the form (JSON)' }).fill(FORM_JS)
    await expect(page.getByText('1 thing to know')).toBeVisible()
    await page.getByRole('button', { name: 'Use this form' }).click()
  })

  await test.step('its fields are put in another order from the keyboard, and it is saved', async () => {
    const parts = page.getByRole('region', { name: 'Fields in their order' })
    await parts.getByRole('button', { name: /^Creditor/ }).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(parts.getByRole('listitem').first()).toContainText('Amount')
    await page.getByRole('textbox', { name: 'Key', exact: true }).first().fill('assess')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  })

  const steps = [{ id: 'check', name: 'Check', formKey: 'assess' }]
  await mill.run([
    'process.publishModel',
    { containerId: process, xml: writeLinearModel({ id: 'process', name: '', steps }) },
  ])
  await mill.startInstance(process, 'Lift stands still')
  await page.goto(mill.at('c/TEN/work'))
  await page.getByRole('row', { name: /Check: Lift stands still/ }).click()
  const form = page.getByRole('region', { name: 'Assessment' })

  await test.step('the item is not done without its form, and it is said why', async () => {
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(page.getByText('is completed by its form Assessment.').first()).toBeVisible()
    await expect(form).toBeVisible()
  })

  await test.step('the first field that is wrong gets the focus', async () => {
    await form.getByRole('button', { name: 'Complete the step' }).click()
    await expect(form.getByText('2 fields are not right yet.')).toBeVisible()
    await expect(form.getByRole('textbox', { name: 'Amount' })).toBeFocused()
  })

  await test.step('what was written is there after a reload, and completes the step', async () => {
    await page.keyboard.type('120')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Lift Works Ltd')
    await page.keyboard.press('Tab')
    await page.reload()
    await expect(form.getByRole('textbox', { name: 'Creditor' })).toHaveValue('Lift Works Ltd')
    await form.getByRole('button', { name: 'Complete the step' }).click()
    await expect(form).toHaveCount(0)
    await page.goto(mill.at('c/TEN/plan?tab=instances'))
    await expect(page.getByText('0 running, 1 finished')).toBeVisible()
  })
})
