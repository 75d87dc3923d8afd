import { expect, test } from '../support/test.ts'

/** A model of another program, without a picture, that locks itself. */
const LOCKED = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <process id="repair" name="Repair" isExecutable="true">
    <startEvent id="start" name="Defect"/><userTask id="look" name="Look at it"/><exclusiveGateway id="which" name="Is it large?" default="no"/>
    <userTask id="order" name="Order parts"/><userTask id="fix" name="Fix it"/><parallelGateway id="both"/><endEvent id="end" name="Works again"/>
    <sequenceFlow id="a" sourceRef="start" targetRef="look"/><sequenceFlow id="b" sourceRef="look" targetRef="which"/>
    <sequenceFlow id="yes" name="yes" sourceRef="which" targetRef="order"><conditionExpression>large</conditionExpression></sequenceFlow>
    <sequenceFlow id="no" name="no" sourceRef="which" targetRef="fix"/><sequenceFlow id="c" sourceRef="order" targetRef="both"/>
    <sequenceFlow id="d1" sourceRef="fix" targetRef="both"/><sequenceFlow id="e" sourceRef="both" targetRef="end"/>
  </process>
</definitions>`

test('a file is taken in, read, changed, tried and published', async ({ mill, page }) => {
  await mill.addContainer('process', 'REP', { name: 'Repairs' })
  await page.goto(mill.at('c/REP/plan'))
  await expect(page.getByRole('heading', { name: 'How does the work go?' })).toBeVisible()

  await test.step('a file without a picture is drawn', async () => {
    const file = { name: 'repair.bpmn', mimeType: 'application/xml', buffer: Buffer.from(LOCKED) }
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('toolbar', { name: 'Drawing' })).toBeVisible()
    await expect(page.getByText('Order parts')).toBeVisible()
    await expect(page.getByTitle('Powered by bpmn.io')).toBeVisible()
  })

  await test.step('what does not work is told, and found by a key', async () => {
    await expect(page.getByRole('tab', { name: 'Findings: 1 do not work' })).toBeVisible()
    await page.keyboard.press('F8')
    await expect(page.getByRole('button', { name: /instances get stuck/ })).toHaveAttribute(
      'aria-current',
      'true',
    )
  })

  await test.step('the gateway becomes another one by the menu of kinds', async () => {
    await page.locator('.djs-context-pad .entry[data-action=replace]').click()
    await page.getByText('One way (exclusive)').click()
    await expect(page.getByRole('tab', { name: /Findings/ })).not.toContainText('do not work')
    await expect(page.getByText('Draft saved')).toBeVisible()
  })

  await test.step('who does a step is said beside it', async () => {
    await page.locator('[data-element-id=fix] .djs-hit').first().click()
    await page.getByRole('tab', { name: 'Describe' }).click()
    await page.getByRole('combobox', { name: 'Role' }).fill('Fitter')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Draft saved')).toBeVisible()
  })

  await test.step('it is tried, way by way', async () => {
    await page.getByRole('button', { name: 'Try it' }).click()
    for (const move of ['Begin', 'Done: Look at it', 'Take no', 'Done: Fix it']) {
      await page.getByRole('button', { name: move, exact: true }).click()
    }
    await expect(page.getByText('It has come to its end.')).toBeVisible()
    await page.getByRole('button', { name: 'Back to drawing' }).click()
  })

  await test.step('it is published, and is the version that everybody sees', async () => {
    await page.getByRole('button', { name: 'Publish …' }).click()
    await page.getByRole('textbox', { name: 'What is new in it' }).fill('First version')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText('Version 1', { exact: true })).toBeVisible()
    await page.getByRole('tab', { name: 'Versions' }).click()
    await expect(page.getByRole('row', { name: /First version/ })).toBeVisible()
  })
})
