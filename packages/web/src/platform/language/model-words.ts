import { language } from './language.ts'
import { type Catalogue, wordsFrom } from './words.ts'

// Most visits show no model, and those who draw are told much.
const files = import.meta.glob<Catalogue>('../../app/languages/models/*.ts', { import: 'catalogue' })

/** The words of models that are drawn: they are fetched with the first part of the program that says one of them. */
export const words = wordsFrom(await files[`../../app/languages/models/${language}.ts`]?.())
