import { expect, test } from '../support/test.ts'

const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`

const bpmn = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
<bpmn:process id="request" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`

/** Nothing can be decided before the costs are known. */
const deciding = bpmn(`<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" name="Costly?"/>
<bpmn:userTask id="approve" name="Approve cost"/><bpmn:endEvent id="e"/>
${flow('s', 'g')}${flow('g', 'approve', 'cost &gt; 500')}${flow('g', 'e', 'cost &lt;= 500')}${flow('approve', 'e')}`)

test('an instance that is stuck gets what it lacks, and goes on', async ({ mill, page }) => {
  const containerId = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })
  await mill.run(['process.publishModel', { containerId, xml: deciding }])
  await mill.startInstance(containerId, 'Lift stands still')
  await page.goto(mill.at('processes/incidents'))
  await expect(page.getByRole('row', { name: /Tenant request Costly\?/ })).toBeVisible()
  await page.getByText('One by one').click()
  await page.getByRole('link', { name: /Lift stands still/ }).click()
  await expect(page.getByText(/^Stuck at Costly\?/)).toBeVisible()

  await test.step('the value that is missing is written, with a reason', async () => {
    await page.getByRole('button', { name: 'Add a value…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name of the value' }).fill('cost')
    await dialog.getByRole('textbox', { name: 'Value', exact: true }).fill('900')
    await dialog.getByRole('textbox', { name: 'Why' }).fill('The form came without costs')
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('rowheader', { name: 'cost' }).first()).toBeVisible()
  })

  await test.step('it is tried again, and waits for whoever approves', async () => {
    await page.getByRole('button', { name: 'Repair Costly?' }).click()
    await page.getByRole('menuitem', { name: 'Try again' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Now it has them')
    await dialog.getByRole('button', { name: 'Do it' }).click()
    await expect(page.getByText(/^Waits for Approve cost: nobody has it yet/)).toBeVisible()
    await expect(page.getByText('“Now it has them”')).toBeVisible()
  })
  await page.goto(mill.at('processes/incidents'))
  await expect(page.getByRole('heading', { name: 'Nothing is stuck' })).toBeVisible()
})

test('instances go to a new version after a dry run, each as a whole', async ({ mill, page }) => {
  const containerId = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })
  await mill.addSteps(containerId, ['Check', 'Pay'])
  await mill.startInstance(containerId, 'Lift')
  await mill.startInstance(containerId, 'Door')
  await mill.addSteps(containerId, ['Look', 'Check', 'Pay'])
  await page.goto(mill.at('c/TEN/plan?tab=instances'))
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
  await page.getByRole('button', { name: 'Do with them' }).click()
  await page.getByRole('menuitem', { name: 'Take instances to another version…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Dry run', exact: true }).click()
  await expect(dialog.getByText('2 can, 0 cannot')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The regulation has changed')
  await dialog.getByRole('button', { name: 'Take them there' }).click()
  await expect(dialog.getByText(/done, 2 of 2, all as wished/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('link', { name: 'Lift', exact: true }).click()
  await expect(page.getByText(/^version 2 ·/)).toBeVisible()
})
