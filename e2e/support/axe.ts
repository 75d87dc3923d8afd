import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare const axe: { readonly run: (options: RunOptions) => Promise<AxeResults> }

/** What keeps people out of a page: findings that axe calls serious or critical, with where they are. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // The page's own rules forbid scripts from elsewhere, so it is handed in, not loaded.
  await page.evaluate(SOURCE)
  const { violations } = await page.evaluate(async () => {
    const options = { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }
    return await axe.run(options as RunOptions) // As the documentation has it; the types want mutable lists.
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
}
