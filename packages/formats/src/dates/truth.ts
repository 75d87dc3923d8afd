import { foldLetters } from './month-names.ts'

const YES = new Set(
  'true yes y ja j wahr oui vrai si verdadero да истина x 1 on ✓ ✔ ☑'.split(' ').map(foldLetters),
)
const NO = new Set('false no n nein falsch non faux falso нет ложь 0 off ☐ ✗ ✘'.split(' ').map(foldLetters))

/** Reads a yes or no in five languages, ticks and 1/0. `undefined` for anything else. */
export function parseTruth(text: string): boolean | undefined {
  if (text.length > 16) return undefined
  const folded = foldLetters(text.trim())
  if (YES.has(folded)) return true
  return NO.has(folded) ? false : undefined
}
