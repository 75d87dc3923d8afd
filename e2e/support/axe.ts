import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

declare const axe: { readonly run: (options: RunOptions) => Promise<AxeResults> }

/** What is looked at: everything, colours only, or everything else. */
export type AxePart = 'all' | 'colours' | 'structure'

const OPTIONS: Readonly<Record<AxePart, RunOptions>> = {
  all: { runOnly: TAGS },
  colours: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  structure: { runOnly: TAGS, rules: { 'color-contrast': { enabled: false } } },
}

/** What keeps people out of a page: findings that axe calls serious or critical, with where they are. */
export async function seriousFindings(page: Page, part: AxePart = 'all'): Promise<readonly string[]> {
  // The page's own rules forbid scripts from elsewhere, so it is handed in, not loaded.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  const { violations } = await page.evaluate(
    async (options) => await axe.run({ ...options, resultTypes: ['violations'] }),
    OPTIONS[part],
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
}
