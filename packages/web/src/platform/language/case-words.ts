import { language } from './language.ts'
import { type Catalogue, wordsFrom } from './words.ts'

// Most visits show no plan of a case.
const files = import.meta.glob<Catalogue>('../../app/languages/cases/*.ts', { import: 'catalogue' })

/** The words of plans of cases: they are fetched with the first part of the program that says one of them. */
export const words = wordsFrom(await files[`../../app/languages/cases/${language}.ts`]?.())
