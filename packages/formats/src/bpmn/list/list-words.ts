/** Words of regulations, in English and German. */
export const WORDS = {
  if: /^(?:if|when|wenn|falls)\s+(.+?)\s*(?::\s*|,\s+(?:then\s+|dann\s+)?)(.*)$/i,
  otherwiseIf: /^(?:otherwise|else|sonst|andernfalls)[\s,]+(?:if|wenn|falls)\s+(.+?)\s*(?::\s*|,\s+)(.*)$/i,
  otherwise: /^(?:otherwise|else|sonst|andernfalls)\s*[:,]\s*(.*)$/i,
  parallel: /^(?:at the same time|in parallel|gleichzeitig|parallel|zur gleichen zeit)\s*:\s*$/i,
  inTurn: /^(?:in turn|one after the other|nacheinander|der reihe nach)\s*:\s*$/i,
  goOn: /^(?:go on|continue|weiter|weitermachen)[.!]?$/i,
  wait: /^(?:wait|warten?|abwarten)(?:\s+for|:)?\s+(.+)$/i,
  waitLast: /^(.+?)\s+(?:warten|abwarten)$/i,
  back: /^(?:go\s+)?(?:back to|repeat from|zurück zu|weiter bei|wiederholen ab)\s+(?:step\s+|schritt\s+)?(\d+(?:\.\d+)*)\.?$/i,
  end: /^(?:end|stop|ende|fertig|schluss)(?:\s*:\s*(.+))?[.!]?$/i,
  every: /^(?:every|each|jede[nrs]?|alle)\s+(?!of\b)(.+?)[.:]?$/i,
  within: /[\s,]+(?:within|innerhalb von|innerhalb|binnen)\s+(.+)$/i,
  takes: /[\s,]+(?:takes|dauert)\s+(.+)$/i,
  who: /\s*\(([^()]+)\)\s*$/,
} as const

const UNITS: readonly (readonly [RegExp, 'W' | 'D' | 'H' | 'M', number])[] = [
  [/^(?:weeks?|wochen?)$/i, 'W', 7 * 24 * 60],
  [/^(?:days?|tage?n?)$/i, 'D', 24 * 60],
  [/^(?:hours?|stunden?)$/i, 'H', 60],
  [/^(?:minutes?|min|minuten?)$/i, 'M', 1],
]
const SMALL: ReadonlyMap<string, number> = new Map([
  ...['a', 'an', 'one', 'ein', 'eine', 'einem', 'einen', 'einer'].map((word) => [word, 1] as const),
  ...[
    ['two', 2],
    ['zwei', 2],
    ['three', 3],
    ['drei', 3],
    ['four', 4],
    ['vier', 4],
  ].map(([word, count]) => [String(word), Number(count)] as const),
])
const LENGTH = /^(\d{1,4}|\p{L}+)\s+(\p{L}+)[.!]?$/u

/** How long something is: in clock minutes, and as ISO 8601 writes it. */
export type WrittenSpan = { readonly minutes: number; readonly iso: string }

/** `2 days`, `einer Woche`, `90 minutes`; null where it is no such. */
export function readSpan(text: string): WrittenSpan | null {
  const [, amount = '', word = ''] = LENGTH.exec(text.trim()) ?? []
  const count = SMALL.get(amount.toLowerCase()) ?? Number(amount)
  const unit = UNITS.find(([pattern]) => pattern.test(word))
  if (!unit || !Number.isInteger(count) || count < 1) return null
  const [, letter, minutes] = unit
  const iso = letter === 'H' || letter === 'M' ? `PT${count}${letter}` : `P${count}${letter}`
  return { minutes: minutes * count, iso }
}
