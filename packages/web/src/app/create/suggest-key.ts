import { foldText } from '@millrace/core/work'

const LONGEST = 10

/**
 * A key for a container, two to ten capital letters and digits: the initials of several words, the
 * beginning of one. `Tower A construction` gives `TAC`, `Façade` gives `FAC`.
 *
 * @param taken keys that are in use; a number is added to get past them
 */
export function suggestKey(name: string, taken: ReadonlySet<string>): string {
  const words = foldText(name)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
  const letters =
    words.length > 1 ? words.map((word) => word.charAt(0)).join('') : (words[0] ?? '').slice(0, 3)
  const sound = letters.replace(/^[0-9]+/, '').slice(0, LONGEST - 2)
  if (sound === '') return ''
  const base = sound.length === 1 ? `${sound}${sound}` : sound
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${String(number)}`
    if (!taken.has(key)) return key
  }
}
