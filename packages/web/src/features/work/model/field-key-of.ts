import { foldText } from '@millrace/core/work'

/** How a field is called in queries: `Contract number` gives `contractNumber`. */
export function fieldKeyOf(name: string): string {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const joined = words.map((word, index) =>
    index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )
  return joined
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, 40)
}
