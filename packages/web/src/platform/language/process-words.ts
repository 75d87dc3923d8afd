import { language } from './language.ts'
import { type Catalogue, wordsFrom } from './words.ts'

// Most visits write no rules.
const files = import.meta.glob<Catalogue>('../../app/languages/processes/*.ts', { import: 'catalogue' })

/** The words of what is written for processes: they are fetched with the first part of the program that says one. */
export const words = wordsFrom(await files[`../../app/languages/processes/${language}.ts`]?.())
