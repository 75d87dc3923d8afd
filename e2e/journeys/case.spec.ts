import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

const list = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Add a step' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Add a step' })).toHaveValue('')
}

async function finish(page: Page, title: string): Promise<void> {
  await list(page, 'Now').getByRole('button', { name: title, exact: true }).click()
  const peek = page.getByRole('complementary', { name: /^Item CLM-/ })
  await peek.getByRole('button', { name: 'Finish' }).click()
  await expect(list(page, 'Now').getByRole('button', { name: title, exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
}

test('a claim goes from intake to notice, with steps added on the way, and is taken up again', async ({
  mill,
  page,
}) => {
  await mill.addContainer('case', 'CLM', { name: 'Façade claim' })
  await page.goto(mill.at('c/CLM/plan'))
  await expect(page.getByText('Nothing planned yet')).toBeVisible()

  await choose(page, 'What it is', 'Stage')
  await add(page, 'Intake')
  await choose(page, 'What it is', 'Step')
  await choose(page, 'In which stage', 'Intake')
  await add(page, 'Interview the site manager')
  await expect(list(page, 'Becomes possible when')).toContainText('the stage Intake begins')
  await list(page, 'Could do').getByRole('button', { name: 'Start' }).click()
  await expect(list(page, 'Now').getByRole('button', { name: 'Interview the site manager' })).toBeVisible()

  await choose(page, 'In which stage', 'In no stage')
  await add(page, 'Make an offer')
  await add(page, 'Get weather data')
  await finish(page, 'Interview the site manager')
  await finish(page, 'Get weather data')
  await finish(page, 'Make an offer')
  await expect(
    page.getByText('Nothing required is open.').or(page.getByText('This case is over.')),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Close the case…' }).click()
  const closing = page.getByRole('dialog', { name: 'Close Façade claim' })
  await closing.getByRole('checkbox', { name: 'Those concerned are told' }).check()
  await expect(closing.getByRole('button', { name: 'Close the case' })).toBeDisabled()
  await closing.getByRole('textbox', { name: 'Who was told' }).fill('Tenant Nord AG')
  await closing.getByRole('textbox', { name: 'How' }).fill('by letter')
  await closing.getByRole('button', { name: 'Record the notice' }).click()
  await expect(closing.getByText(/^Told: Tenant Nord AG, by letter/)).toBeVisible()
  await closing.getByRole('button', { name: 'Close the case' }).click()
  await expect(page.getByText('This case is over.')).toBeVisible()

  await page.getByRole('button', { name: 'Take it up again' }).click()
  await add(page, 'Answer the objection')
  await expect(list(page, 'Now').getByRole('button', { name: 'Answer the objection' })).toBeVisible()
  await list(page, 'Now').getByRole('button', { name: 'Actions for Answer the objection' }).click()
  await page.getByRole('menuitem', { name: 'Why is this here?' }).click()
  await expect(page.getByRole('dialog', { name: 'Why Answer the objection is here' })).toContainText(
    'said so',
  )
})
