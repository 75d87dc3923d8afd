import { languageFacts } from './language.ts'

/** The plural categories of Unicode CLDR in their order; a language has some of them. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

let rules: Intl.PluralRules | undefined

/**
 * The form of a word that goes with a count.
 *
 * @param forms one for each plural category that the page's language has, in the order zero, one, two,
 *   few, many, other: `item|items`. A single form goes with every count.
 */
export function plural(forms: string, count: number): string {
  rules ??= new Intl.PluralRules(languageFacts.locale)
  const known = rules.resolvedOptions().pluralCategories
  const wanted = CATEGORIES.filter((category) => known.includes(category)).indexOf(rules.select(count))
  const all = forms.split('|')
  return all[wanted] ?? all.at(-1) ?? ''
}
