import { expect, test } from '../support/test.ts'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

test('a pasted picture stands in the comment, and a key says what it leads to', { tag: '@long' }, async ({
  mill,
  page,
}) => {
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the sign' }, { title: 'Hang the sign' }])
  await page.goto(mill.at('i/OFF-2'))
  const field = page.getByRole('textbox', { name: 'Comment' })
  await field.fill('After OFF-1, not OFX-1, like ')
  await field.evaluate((element, pixel) => {
    const bytes = Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'sketch.png', { type: 'image/png' }))
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, PIXEL)
  await expect(field).toHaveValue(
    /^After OFF-1, not OFX-1, like !\[sketch\.png\]\(\/api\/v1\/o\/[\w-]+\/files\/[\w-]+\/content\)$/,
  )
  await page.getByRole('button', { name: 'Send' }).click()
  const comment = page.getByRole('article').filter({ hasText: 'not OFX-1' }).last()
  const picture = comment.getByRole('img', { name: 'sketch.png' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1)
  await comment.getByRole('link', { name: /OFF-1\s*Order the sign/ }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Order the sign')
})
