import { languageFacts } from '../../../platform/language/index.ts'
import { textsValue } from '../texts-value.ts'

const INDEX = new Intl.NumberFormat(languageFacts.locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

/** An index with two digits; what cannot be said is not yet known. */
export function indexWords(index: number | null): string {
  return index === null ? textsValue.unknown : INDEX.format(index)
}
