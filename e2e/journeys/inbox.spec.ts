import { seriousFindings } from '../support/axe.ts'
import { newId } from '../support/mill.ts'
import { expect, test } from '../support/test.ts'

test('what others do comes to the inbox at once, and is opened, put off and done by key', async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [signId = ''] = await mill.addItems(list, [
    { title: 'Order the site sign' },
    { title: 'Rent a crane' },
  ])
  const other = await open(tom)
  await other.goto(mill.at('inbox'))
  await expect(other.getByRole('heading', { name: 'Nothing waits for your eyes' })).toBeVisible()

  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('textbox', { name: 'Comment' }).click()
  await page.keyboard.type('Which size, @to')
  await page.getByRole('option', { name: /Tom Dahl/ }).click()
  await page.keyboard.press('Control+Enter')
  const sign = other.getByRole('listitem').filter({ hasText: 'OFF-1' })
  await expect(sign).toContainText('Rosa Marin mentioned you')
  await expect(sign).toContainText('Which size')
  await expect(other).toHaveTitle('(1) Millrace')
  await mill.run(['work.changeItem', { id: signId, patch: { responsibleId: tom.id } }])
  await sign.getByRole('button', { name: '1 more' }).click()
  await expect(sign).toContainText('handed it to you')
  await mill.run([
    'work.createItem',
    { id: newId(), containerId: list, title: 'Paint', responsibleId: tom.id },
  ])
  const paint = other.getByRole('listitem').filter({ hasText: 'OFF-3' })
  await expect(paint).toContainText('handed it to you')
  await expect(other.getByRole('link', { name: /Inbox/ })).toContainText('2 unread')

  await sign.getByRole('button', { name: /mentioned you/ }).click()
  const pane = other.getByRole('complementary', { name: 'Item OFF-1' })
  await expect(pane.getByRole('article').filter({ hasText: 'Which size' }).last()).toBeInViewport()
  await expect(other).toHaveURL(/peek=OFF-1#comment-/)
  await pane.getByRole('textbox', { name: 'Comment' }).fill('Three metres')
  await other.keyboard.press('Control+Enter')
  await expect(page.getByText('Three metres')).toBeVisible()

  await sign.getByRole('button', { name: /mentioned you/ }).focus()
  await other.keyboard.press('h')
  await other.getByRole('menuitem', { name: /Next week/ }).click()
  await expect(sign).toHaveCount(0)
  await expect(paint.getByRole('button').first()).toBeFocused()
  await other.keyboard.press('e')
  await expect(other.getByRole('heading', { name: 'Nothing waits for your eyes' })).toBeVisible()
  await expect(other).toHaveTitle('Millrace')
  await other.keyboard.press('Control+z')
  await expect(paint).toBeVisible()
  await other.getByText('Snoozed', { exact: true }).click()
  await expect(sign).toContainText('put off until')

  // Nobody hears of what they did themselves: the answer is all that came back.
  await page.goto(mill.at('inbox?show=all'))
  await expect(page.getByRole('listitem').filter({ hasText: 'OFF-' })).toHaveCount(1)
  await expect(page.getByRole('list', { name: 'What happened' })).toContainText('Three metres')
})

test('who loses access sees and hears nothing more', { tag: '@long' }, async ({ mill, open, page }) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office', visibility: 'private' })
  const grant = await mill.grant(list, { personId: tom.id, role: 'contributor' })
  const [id = ''] = await mill.addItems(list, [{ title: 'Order the site sign', responsibleId: tom.id }])
  const other = await open(tom)
  await other.goto(mill.at('inbox'))
  const line = other.getByRole('listitem').filter({ hasText: 'OFF-1' })
  await expect(line).toBeVisible()
  await mill.run(['work.revokeAccess', { id: grant, containerId: list }])
  await expect(line).toHaveCount(0)
  await mill.run(['discussion.addComment', { id: newId(), itemId: id, body: 'Between us' }])
  await page.goto(mill.at('inbox'))
  await other.reload()
  await expect(other.getByRole('heading', { name: 'Nothing waits for your eyes' })).toBeVisible()
  await expect(other).toHaveTitle('Millrace')
})

test('people follow, mute, are reminded and nudge where the work is', { tag: '@long' }, async ({
  mill,
  open,
  page,
}) => {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  const [id = ''] = await mill.addItems(list, [{ title: 'Order the site sign' }])
  await mill.run(['work.waitForItem', { id, personId: tom.id, note: 'The size' }])
  await page.goto(mill.at('i/OFF-1'))
  await page.getByRole('button', { name: 'Nudge', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Nudged' })).toBeDisabled()
  await page.getByRole('button', { name: /You follow this item/ }).click()
  await page.getByRole('menuitem', { name: 'Stop following OFF-1' }).click()
  await page.getByRole('button', { name: /You do not follow this item/ }).click()
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click()
  await page.getByRole('button', { name: /You do not follow this item/ }).click()
  await expect(page.getByRole('menuitem', { name: /No reminder/ })).toBeVisible()

  const other = await open(tom)
  await other.goto(mill.at('inbox'))
  const line = other.getByRole('listitem').filter({ hasText: 'OFF-1' })
  await expect(line).toContainText('Rosa Marin nudged you')
  expect(await seriousFindings(other, 'all')).toEqual([])
  await other.goto(mill.at('c/OFF/work'))
  await other.getByRole('button', { name: /^Mute: tell me only/ }).click()
  await expect(other.getByRole('button', { name: /^Muted: tell me of it again/ })).toBeVisible()
  await other.goto(mill.at('settings/notifications'))
  await expect(other.getByRole('listitem').filter({ hasText: 'Site office' })).toBeVisible()
  await other.getByRole('switch', { name: 'Progress' }).click()
  await expect(other.getByRole('switch', { name: 'Progress' })).not.toBeChecked()
})
