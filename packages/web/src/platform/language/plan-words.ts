import { language } from './language.ts'
import { type Catalogue, wordsFrom } from './words.ts'

// Most visits show no plan, and plans have much to say.
const files = import.meta.glob<Catalogue>('../../app/languages/plans/*.ts', { import: 'catalogue' })

/** The words of plans: they are fetched with the first part of the program that says one of them. */
export const words = wordsFrom(await files[`../../app/languages/plans/${language}.ts`]?.())
