import type { Page } from '@playwright/test'

type Upload = { readonly name: string; readonly content: string | Buffer; readonly mimeType?: string }

/** Chooses a file as people do: through the button and the browser's own dialog. */
export async function chooseFile(page: Page, button: string, file: Upload): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  const { name, content, mimeType = 'application/octet-stream' } = file
  await (await asked).setFiles({ name, mimeType, buffer: Buffer.from(content) })
}
