import { language } from './language.ts'
import { type Catalogue, wordsFrom } from './words.ts'

// Most visits show no practice.
const files = import.meta.glob<Catalogue>('../../app/languages/practices/*.ts', { import: 'catalogue' })

/** The words of practices: they are fetched with the first part of the program that says one of them. */
export const words = wordsFrom(await files[`../../app/languages/practices/${language}.ts`]?.())
