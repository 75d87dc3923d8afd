import type { PlainDate } from '@millrace/core/kernel'
import { foldText } from '@millrace/core/work'

const LENGTH_MAX = 60

/** How a file is called when it is kept: `Tower A` on 28 November 2026 gives `tower-a-2026-11-28.csv`. */
export function fileName(what: string, today: PlainDate, ending: string): string {
  const words = foldText(what)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LENGTH_MAX)
    .replace(/^-|-$/g, '')
  return `${words === '' ? 'items' : words}-${today}.${ending}`
}
