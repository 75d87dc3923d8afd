import { url } from '../support/address.ts'
import { type Mill, newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

const DISCOUNT = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
  <decision id="discount" name="Discount"><variable name="Discount"/><literalExpression><text>answer / 100</text></literalExpression><informationRequirement><requiredInput href="#answer"/></informationRequirement></decision>
  <inputData id="answer" name="answer"><variable name="answer"/></inputData>
</definitions>`

test('services and a decision are said in the panel, and an instance runs through them', async ({
  mill,
  page,
}) => {
  const containerId = await mill.addContainer('process', 'ORD', { name: 'Orders' })
  const id = newId()
  await mill.run(['process.saveDecision', { id, containerId, name: 'Discounts', dmn: DISCOUNT }])
  await mill.run(['process.publishDecision', { id }])
  await page.goto(mill.at('c/ORD/plan'))
  await page.getByRole('button', { name: 'Start with an empty picture' }).click()
  await page.locator('[data-element-id=Start_1] .djs-hit').click()
  const panel = page.getByRole('complementary', { name: 'Beside the picture' })
  const write = async (name: string, text: string) => {
    await panel.getByRole('textbox', { name, exact: true }).fill(text)
    await page.keyboard.press('Tab')
  }

  await test.step('a call of an address, with what is taken from its answer', async () => {
    await panel.getByRole('button', { name: 'Call', exact: true }).click()
    await write('Name', 'Ask the yard')
    await panel.getByText('HTTP', { exact: true }).click()
    await panel.getByRole('combobox', { name: 'Method' }).click()
    await page.getByRole('option', { name: 'GET' }).click()
    await write('Address', 'https://elsewhere.example.org/')
    await expect(page.getByRole('tab', { name: /Findings/ })).toContainText('to look at')
    await write('Address', `${url}/readyz`)
    await panel.getByRole('button', { name: 'Add: Value that comes out' }).click()
    const values = panel.getByRole('group', { name: 'Value that comes out' })
    await values.getByRole('textbox', { name: 'From, in FEEL' }).fill('response.status +')
    await expect(values.getByText(/At character 18/)).toBeVisible()
    await values.getByRole('textbox', { name: 'From, in FEEL' }).fill('response.status')
    await page.keyboard.press('Tab')
    await values.getByRole('textbox', { name: 'Called' }).fill('answer')
    await page.keyboard.press('Tab')
  })

  await test.step('work for a program, and a decision by its name', async () => {
    await panel.getByRole('button', { name: 'Call', exact: true }).click()
    await write('Name', 'Print it')
    await write('Topic', 'print')
    await panel.getByRole('button', { name: 'Task', exact: true }).click()
    await page.locator('.djs-context-pad .entry[data-action=replace]').click()
    await page.getByText('Decision by rules').click()
    await write('Name', 'Decide the discount')
    await panel.getByRole('combobox', { name: 'Decision' }).click()
    await page.getByRole('option', { name: 'Discount (discount)' }).click()
    await write('Kept as', 'discount')
    await panel.getByRole('button', { name: 'End', exact: true }).click()
    await write('Name', 'Done')
    await expect(page.getByRole('tab', { name: /Findings/ })).not.toContainText('do not work')
  })

  await test.step('it is published, and runs', async () => {
    await page.getByRole('button', { name: 'Publish …' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText('Version 1', { exact: true })).toBeVisible()
    await mill.startInstance(containerId, 'Order 1')
    await expect(async () => expect(await print(mill)).toBe(1)).toPass()
    await page.getByRole('tab', { name: 'Rules' }).click()
    await page.getByRole('button', { name: /Discounts/ }).click()
    await page.getByRole('tab', { name: 'Decided' }).click()
    await expect(page.getByText('Order 1')).toBeVisible()
  })
})

/** Prints what there is to print, as a program outside does. */
async function print(mill: Mill): Promise<number> {
  const ask = async (path: string, body: object) => {
    const headers = { cookie: mill.owner.cookie, origin: url, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return await fetch(`${url}/api/v1/o/${mill.id}/process-jobs${path}`, init)
  }
  const fetched = await ask('/fetch', { workerId: 'printer', topics: ['print'] })
  const { jobs } = (await fetched.json()) as { jobs: readonly { id: string }[] } // As the contract says.
  for (const { id } of jobs) await ask(`/${id}/complete`, { workerId: 'printer', values: {} })
  return jobs.length
}
