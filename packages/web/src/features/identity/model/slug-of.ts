import { foldText } from '@millrace/core/work'

/** How an organisation is called in addresses: `Nord & Partner` gives `nord-partner`. */
export function slugOf(name: string): string {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 36)
    .replace(/-$/, '')
  return words.length >= 2 ? words : 'organisation'
}
